// One of two processes is killed in the middle of the talk: nothing that was acknowledged may be missing, neither in the database
// nor on a screen.
import { setTimeout as delay } from 'node:timers/promises';
import { connectAll } from '../load/client.ts';
import { clientIdOf } from '../load/frames.ts';
import { Survivor } from '../load/survivor.ts';
import { addFaults, compare, noFaults, type Outcome } from '../report/rows.ts';
import type { Nodes } from '../targets/nodes.ts';
import type { Bench } from './scenario.ts';

const RUN = 900;
const TEXT = 'Mất điện rồi, bà con giữ máy nhé, tin nào đã gửi là không mất đâu.';
const PATIENCE_MS = 60_000;

interface Hall {
  people: Survivor[];
  acknowledged: string[];
}

export async function survive(bench: Bench, two: Nodes, inFlight: number, outcome: Outcome): Promise<void> {
  bench.say('two processes, one is killed: connecting');
  const { sizes, database } = bench;
  const halls = await gatherSurvivors(bench, two);
  let said = 0;
  let isOver = false;
  const talk = async ({ people, acknowledged }: Hall, voice: number) => {
    for (let turn = voice; !isOver; turn += inFlight) {
      const clientId = clientIdOf(RUN, (said += 1));
      await people[turn % people.length]!.say(clientId, TEXT);
      if (!isOver) acknowledged.push(clientId);
    }
  };
  const talks = Promise.all(
    halls.flatMap((hall) => Array.from({ length: inFlight }, (_, voice) => talk(hall, voice))),
  );
  await delay(sizes.measureMs);
  bench.say('two processes, one is killed: now');
  two.hubs[1]!.kill();
  await delay(sizes.measureMs * 2);
  isOver = true;
  const unseen = await whatIsUnseen(halls);
  const everyone = halls.flatMap(({ people }) => people);
  for (const person of everyone) person.goHome();
  await talks;

  const acknowledged = halls.flatMap((hall) => hall.acknowledged);
  const { rows } = await database.use((client) =>
    client.query<{ client_id: string }>('select client_id from message where client_id = any($1)', [
      acknowledged,
    ]),
  );
  const stored = new Set(rows.map(({ client_id }) => client_id));
  const lost = acknowledged.length - stored.size;
  const doubled = rows.length - stored.size;
  addFaults((outcome.faults.dinh ??= noFaults()), {
    lost: lost + unseen,
    doubled,
    outOfOrder: 0,
    refused: 0,
  });
  const none = { of: 'figure', atMost: 0 } as const;
  outcome.rows.push(
    compare('one of two killed: acknowledged messages lost', '', { dinh: [lost] }, none),
    compare('one of two killed: missing on screens', '', { dinh: [unseen] }, none),
  );
  const returned = everyone.filter(({ returns }) => returns > 0).length;
  outcome.notes.push(
    `one of two killed: ${acknowledged.length} messages acknowledged, ${returned} of ${everyone.length} clients came back by the other process`,
  );
}

async function gatherSurvivors({ ward, sizes }: Bench, two: Nodes): Promise<Hall[]> {
  const seats = ward.residents.flatMap((group, index) =>
    group.slice(0, sizes.listeners).map((resident) => ({ resident, index })),
  );
  const halls = ward.halls.map((): Hall => ({ people: [], acknowledged: [] }));
  await connectAll(seats.length, 32, async (place) => {
    const { resident, index } = seats[place]!;
    halls[index]!.people.push(await Survivor.arrive(two, resident, ward.halls[index]!));
  });
  return halls;
}

/** Waits until everyone has every acknowledged message of their hall, and counts what they still have not at the end. */
async function whatIsUnseen(halls: Hall[]): Promise<number> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    let unseen = 0;
    for (const { people, acknowledged } of halls)
      for (const { heard } of people) for (const id of acknowledged) if (!heard.has(id)) unseen += 1;
    if (unseen === 0 || Date.now() > end) return unseen;
    await delay(200);
  }
}
