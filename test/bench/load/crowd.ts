// Many residents on one server, in the channels where they will talk.
import { quiet, type Target } from '../targets/target.ts';
import type { Resident, Ward } from '../ward.ts';
import { connectAll } from './client.ts';
import { Conversation } from './conversation.ts';

const AT_A_TIME = 32;

/** Everyone in their own group's hall. */
export function gatherInHalls(target: Target, ward: Ward, listeners: number): Promise<Conversation[]> {
  return gather(
    target,
    ward.residents.map((group, index) => ({
      channel: ward.halls[index]!,
      people: group.slice(0, listeners),
    })),
  );
}

/** As many people, all on the commune's square. */
export function gatherOnSquare(target: Target, ward: Ward, listeners: number): Promise<Conversation[]> {
  const people = ward.residents.flatMap((group) => group.slice(0, listeners));
  return gather(target, [{ channel: ward.square, people }]);
}

async function gather(
  target: Target,
  places: { channel: string; people: Resident[] }[],
): Promise<Conversation[]> {
  const conversations = places.map(({ channel }) => new Conversation(channel));
  const seats = places.flatMap(({ channel, people }, index) =>
    people.map((resident) => ({ channel, resident, conversation: conversations[index]! })),
  );
  await connectAll(seats.length, AT_A_TIME, async (index) => {
    const { channel, resident, conversation } = seats[index]!;
    conversation.join(await target.connect(resident, [channel]));
  });
  await quiet(target);
  return conversations;
}
