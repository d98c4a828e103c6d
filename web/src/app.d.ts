import type { ErrorCode } from '#shared/errors.ts';
import type { CommuneView } from '#shared/places.ts';

declare global {
  namespace App {
    interface Error {
      code?: ErrorCode | 'offline';
    }
    interface PageData {
      /** The commune that the page is about; the public header names it. */
      commune?: CommuneView | null;
    }
  }
}
