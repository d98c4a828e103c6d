// The API's description, and a page to read and try it on. The page's files come from the package; nothing is fetched from elsewhere.
import { Controller, Get, Header, NotFoundException, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describeApi } from './openapi.ts';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Đình API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', validatorUrl: null });`;

/** Stricter than any page needs, but for the styles which the viewer sets inline. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

@Controller('api')
export class OpenapiController {
  readonly #description = describeApi();

  @Get('openapi.json')
  describe(): Record<string, unknown> {
    return this.#description;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', policy)
  page(): string {
    return page;
  }

  @Get('docs/:file')
  file(
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | StreamableFile {
    if (file === 'start.js') {
      void reply.type('text/javascript; charset=utf-8');
      return start;
    }
    const type = Object.hasOwn(files, file) && files[file];
    if (!type) throw new NotFoundException();
    return new StreamableFile(createReadStream(join(folder, file)), { type });
  }
}
