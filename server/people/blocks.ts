// Whether somebody wants to hear of somebody else: for whoever tells people of others' everyday words.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Block } from '../identity/block.entity.ts';

export async function hasBlocked(em: EntityManager, readerId: string, authorId: string): Promise<boolean> {
  return (await em.count(Block, { blocker: readerId, blocked: authorId })) > 0;
}
