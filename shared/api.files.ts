// The endpoints of photos, files and voice messages.
import { z } from 'zod';
import { Id } from './common.ts';
import { FileAppend, FileCreate, FileForm, FileUpload } from './files.ts';
import type { Endpoint } from './endpoint.ts';

export const filesApi = {
  'file.create': {
    summary: 'Begin to upload a file for a message, or learn how much of it has arrived',
    params: z.object({ channelId: Id }),
    body: FileCreate,
    response: FileUpload,
  },
  'file.append': {
    summary:
      'The next piece of a file, from the byte that is waited for; what arrives of it stays even if the rest does not',
    params: z.object({ fileId: Id }),
    query: FileAppend,
    takes: 'application/octet-stream',
    response: FileUpload,
  },
  'file.read': {
    summary: 'A file of a message that I may read',
    params: z.object({ fileId: Id, form: FileForm }),
    isFile: true,
    response: z.null(),
  },
  'case.file': {
    summary: 'A file of a message that a case of mine is about, or of one around it',
    params: z.object({ caseId: Id, fileId: Id, form: FileForm }),
    isFile: true,
    response: z.null(),
  },
} as const satisfies Record<string, Endpoint>;
