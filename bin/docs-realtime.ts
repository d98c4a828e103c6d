// What travels over sockets, in words: made from shared/events.ts, so that the page cannot differ from the code.
import { z } from 'zod';
import { clientSignals, serverEvents } from '../shared/events.ts';

interface JsonSchema {
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
}

const head = `# Realtime

Made from \`shared/events.ts\` by \`npm run docs\`.

A socket (Socket.IO 4, path \`/socket.io\`) connects with the session cookie; a browser's \`Origin\` must be the hub's own. One without a running session
is refused with \`unauthenticated\`. The server seats each socket in its rooms before the connection is confirmed, and again
whenever memberships, roles or channels change; a client never asks for a room,
except to watch who of a group is online (\`presence.watch\`) and to hear a topic that it has open (\`topic.watch\`). Topics
are channels: each is under one message, whose id is its own.

**Events** leave the server in packets, \`emit('events', [[name, payload], …])\`: all that was published for one room since the last packet. Applying an event twice
is harmless: what it carries has an \`id\` and a \`version\`, and the higher version stands (\`shared/timeline.ts\`).

**Order and resume.** Each change of a channel takes the channel's next \`version\`, without holes. A client that sees a hole, or comes
back, sends \`sync\` with the last version up to which it saw all; the answer holds every change since, tombstones included, or \`reset\`.

**Signals** are answered by an acknowledgement: \`{ ok: … }\`, or \`{ error: { code, data } }\` with the codes of \`shared/errors.ts\`.
`;

const rooms: Record<string, string> = {
  channel: 'those who may read the channel',
  group: 'the members of the group',
  user: 'all devices of one person',
  presence: 'those who watch the group',
  measure: 'those who may see the reach of notices to the group',
  cases: 'those who decide cases of the group',
  admit: 'those who admit people to the group',
  threads: 'the commune, or the asker and the team for a private question',
};

/** The whole page as Markdown. */
export function describeRealtime(): string {
  const events = Object.entries(serverEvents).map(
    ([name, { payload, room, about }]) =>
      `### \`${name}\`\n\n${about} To ${rooms[room]}.\n\n${block(payload, 'output')}`,
  );
  const signals = Object.entries(clientSignals).map(
    ([name, { payload, answer, about }]) =>
      `### \`${name}\`\n\n${about}\n\n${block(payload, 'input')}\n\nAnswers:\n\n${block(answer, 'output')}`,
  );
  return `${head}\n## Events\n\n${events.join('\n\n')}\n\n## Signals\n\n${signals.join('\n\n')}\n`;
}

function block(schema: z.ZodType, io: 'input' | 'output'): string {
  return `\`\`\`ts\n${typeText(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema, '')}\n\`\`\``;
}

function typeText(schema: JsonSchema, indent: string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map((one) => typeText(one, indent)).join(' | ');
  if (schema.items) return `(${typeText(schema.items, indent)})[]`.replace(/^\((\w+)\)/, '$1');
  if (schema.type === 'object') return objectText(schema, indent);
  if (schema.format === 'uuid') return 'Id';
  if (schema.format === 'date-time') return 'Time';
  return [schema.type ?? 'unknown'].flat().join(' | ').replace('integer', 'number');
}

function objectText(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  indent: string,
): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(
    ([name, field]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${typeText(field, inner)};`,
  );
  if (fields.length > 0) return `{\n${fields.join('\n')}\n${indent}}`;
  return typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0
    ? `Record<string, ${typeText(additionalProperties, indent)}>`
    : '{}';
}
