// What the service worker keeps of this build, by the names of its caches: one page for every address of the app, which is rendered in the
// browser, with its parts; and the pictures of still.ts.
import { version } from '$app/env';

export const shellPrefix = 'dinh-';
export const shells = `${shellPrefix}${version}`;
export const shellPath = '/app';

export const stillPrefix = 'still-';
/** What a picture looks like is in the parts of its build. */
export const stills = `${stillPrefix}${version}`;
