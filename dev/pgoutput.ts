// What Postgres says on a replication connection, as far as rows that were added go (protocol version 1 of its output plugin pgoutput):
// https://www.postgresql.org/docs/17/protocol-logicalrep-message-formats.html

/** Where in the log something stands: eight bytes. */
export type Position = Buffer;

/** A part of the stream: rows as text by column, or the question whether we still follow. */
export type Said = { row: Record<string, string | null> } | { asked: Position } | null;

const ROW_AT = 25; // after the kind, the part's start and end in the log, and its time
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** Reads one part after the other; what they refer to is remembered. */
export function reader(): (part: Buffer) => Said {
  const columns = new Map<number, string[]>();
  return (part) => {
    if (part[0] === code("k")) return part[17] === 1 ? { asked: part.subarray(1, 9) } : null;
    if (part[0] !== code("w")) return null;
    const message = part.subarray(ROW_AT);
    const relation = message.length > 5 ? message.readUInt32BE(1) : 0;
    if (message[0] === code("R")) columns.set(relation, namesOf(message));
    if (message[0] !== code("I")) return null;
    const names = columns.get(relation) ?? [];
    return { row: Object.fromEntries(valuesOf(message).map((value, n) => [names[n] ?? "", value])) };
  };
}

/** The answer to `asked`: all up to there has been taken. */
export function taken(position: Position): Buffer {
  const answer = Buffer.alloc(34);
  answer[0] = code("r");
  for (const at of [1, 9, 17]) position.copy(answer, at); // written, flushed, applied
  answer.writeBigInt64BE(BigInt(Date.now() - EPOCH_MS) * 1000n, 25);
  return answer;
}

function namesOf(message: Buffer): string[] {
  const textEnd = (from: number) => message.indexOf(0, from);
  let at = textEnd(textEnd(5) + 1) + 2; // after the schema's name, the table's, and how its rows are identified
  const count = message.readUInt16BE(at);
  at += 2;
  return Array.from({ length: count }, () => {
    const end = textEnd(at + 1);
    const name = message.toString("utf8", at + 1, end);
    at = end + 9; // its type, twice four bytes
    return name;
  });
}

function valuesOf(message: Buffer): (string | null)[] {
  let at = 8; // after the kind, the relation, "N" and how many there are
  return Array.from({ length: message.readUInt16BE(6) }, () => {
    const isText = message[at] === code("t");
    at += 1;
    if (!isText) return null;
    const length = message.readUInt32BE(at);
    at += 4 + length;
    return message.toString("utf8", at - length, at);
  });
}

const code = (letter: string) => letter.charCodeAt(0);
