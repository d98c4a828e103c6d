import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import { chunkGroups, chunks, messageSpeakers } from './chunks.ts';
import { plainIcons } from './icons.ts';
import { oneLanguage } from './languages.ts';
import { messageFaults, paraglideOptions } from './paraglide.ts';

const here = import.meta.dirname;
const server = process.env.DINH_INTERNAL_ORIGIN ?? 'http://127.0.0.1:3000';

/** Without this, a message that does not exist builds well and breaks where it is shown. */
const completeMessages: Plugin = {
  name: 'dinh-complete-messages',
  buildStart() {
    const faults = messageFaults();
    if (faults.length === 0) return;
    const text = `web/messages:\n${faults.join('\n')}`;
    if (this.meta.watchMode) this.warn(text);
    else this.error(text);
  },
};

export default defineConfig({
  root: here,
  resolve: { alias: { '#lib': join(here, 'src/lib'), '#shared': join(here, '../shared') } },
  build: {
    rolldownOptions: {
      onLog(level, log, handle) {
        // Kit asks for hooks that need not be there.
        const isOurs = !/\.svelte-kit/.test(`${log.id} ${log.loc?.file}`);
        if (isOurs && (log.code === 'IMPORT_IS_UNDEFINED' || log.code === 'MISSING_EXPORT'))
          throw new Error(log.message);
        handle(level, log);
      },
    },
  },
  environments: {
    client: {
      build: {
        // Which parts a part needs is a long table in the first file; nearly all of them are there by then.
        modulePreload: { resolveDependencies: (_, parts) => parts.filter((part) => part.endsWith('.css')) },
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {
            codeSplitting: { groups: chunkGroups },
          },
        },
      },
    },
  },
  server: {
    fs: { allow: [join(here, '..')] },
    proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
  },
  plugins: [
    completeMessages,
    chunks,
    messageSpeakers,
    oneLanguage,
    plainIcons,
    tailwindcss(),
    paraglideVitePlugin(paraglideOptions),
    sveltekit({
      adapter: adapter({ out: join(here, '../dist/web') }),
      compilerOptions: { runes: true },
      // All that the first screens need is in the page itself: a file of its own would hold up the first word by a way there and back.
      inlineStyleThreshold: 64_000,
      // One shell serves every address of the app, so its parts are named from the root; only the app registers the worker.
      paths: { relative: false },
      serviceWorker: { register: false },
      // No route of Kit changes anything: that is the API's, which checks the origin itself.
      csrf: { trustedOrigins: ['*'] },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'frame-ancestors': ['none'],
          'form-action': ['self'],
        },
      },
    }),
  ],
});
