// Photos, files and voice messages: uploaded piece by piece before their message, under the client id that it will have.
import { z } from 'zod';
import { count, Id, line } from './common.ts';
import { FILE_BYTES, PEAKS, VOICE_SECONDS } from './file-limits.ts';

export const FileKind = z.enum(['photo', 'file', 'voice']);
export type FileKind = z.infer<typeof FileKind>;

/** How loud a voice message is from its begin to its end, 0 to 100. */
const Peaks = z.array(z.number().int().min(0).max(100)).max(PEAKS);

/** What its uploader says of a file; its type is looked at, not believed. The id is the uploader's own, so a repeat is harmless. */
export const FileCreate = z.strictObject({
  id: Id,
  /** The client id of the message that will carry it. */
  clientId: Id,
  kind: FileKind,
  name: line(200),
  size: z
    .number()
    .int()
    .min(1)
    .max(Math.max(...Object.values(FILE_BYTES))),
  /** Of a voice message. */
  seconds: z.number().int().min(0).max(VOICE_SECONDS).nullable().default(null),
  peaks: Peaks.nullable().default(null),
});
export type FileCreate = z.infer<typeof FileCreate>;

/** A file as everyone in the channel sees it. A photo has width, height and thumbhash; a voice message seconds and peaks. */
export const FileView = z.object({
  id: Id,
  kind: FileKind,
  name: z.string(),
  size: z.number(),
  type: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** The picture in 25 bytes, in base64: shown until it is there. */
  thumbhash: z.string().nullable(),
  seconds: z.number().nullable(),
  peaks: Peaks.nullable(),
});
export type FileView = z.infer<typeof FileView>;

/** How much has arrived; `file` once all of it has and was taken. */
export const FileUpload = z.object({ offset: z.number(), file: FileView.nullable() });
export type FileUpload = z.infer<typeof FileUpload>;

export const FileAppend = z.object({ offset: count(FILE_BYTES.file) });

/** Photos come small (480 px) and large (1600 px), everything else whole. */
export const FileForm = z.enum(['small', 'large', 'whole']);
export type FileForm = z.infer<typeof FileForm>;
