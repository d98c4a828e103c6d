// What a person leaves behind, in statements: work that others take up again, and belongings that go.
import type { EntityManager } from '@mikro-orm/postgresql';

/** Questions that the person had taken wait for the team again. */
export async function releaseThreads(em: EntityManager, personId: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `update thread set taken_by_id = null, status = 'open', version = version + 1
     where taken_by_id = ? and status = 'taken' returning id`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

/** Cases that the person had claimed wait for any moderator. */
export async function releaseCases(em: EntityManager, personId: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `update moderation_case set claimed_by_id = null, version = version + 1
     where claimed_by_id = ? and status = 'open' returning id`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

/** Counted into what everyone sees, and so not to be dropped without a count: these are withdrawn by their own features. */
const counted = ['reaction', 'poll_vote', 'gathering_answer'];

/**
 * Everything that the database would delete with the person belongs to them alone: memberships, sessions and devices, read marks,
 * notifications, blocks, levels. Asked of the database itself, so that nothing new is forgotten. Their row stays, nameless: what
 * they said refers to it.
 */
export async function dropBelongings(em: EntityManager, personId: string): Promise<void> {
  const owned = await em.execute<{ table: string; column: string }[]>(
    `select k.conrelid::regclass::text as "table", quote_ident(a.attname) as "column"
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid = 'person'::regclass and k.confdeltype = 'c'`,
  );
  for (const { table, column } of owned)
    if (!counted.includes(table)) await em.execute(`delete from ${table} where ${column} = ?`, [personId]);
}
