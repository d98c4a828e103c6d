// What tests of the search do: say something, and look for it.
import type { Found } from '../../shared/found.ts';
import { newId } from '../../server/platform/id.ts';
import type { Actor } from './actor.ts';
import type { TestCommune } from './app.ts';

export const find = (actor: Actor, q: string): Promise<Found> => actor.call('search.find', { query: { q } });

export const say = (actor: Actor, commune: TestCommune, text: string, key = 'tdp13') =>
  actor.call('message.create', {
    params: { channelId: commune.chats[key]!.id },
    body: { clientId: newId(), text },
  });
