import type { z } from 'zod';

/** What one endpoint takes and answers. */
export interface Endpoint {
  /** One line for the API page. */
  summary: string;
  /** Open without a session. */
  isPublic?: true;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  response: z.ZodType;
  /** The body is these bytes and no JSON: they are not parsed but streamed. */
  takes?: 'application/octet-stream';
  /** The answer is a file and no JSON. */
  isFile?: true;
}
