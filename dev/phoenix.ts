// The frames of Supabase Realtime's WebSocket: Phoenix messages as JSON (version 1 objects, version 2 arrays), and the
// binary frames that supabase-js uses for a client's own broadcasts.
import type { RawData } from "ws";

export type Frame = {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: Record<string, unknown>;
};

const JSON_ENCODING = 1;

/** Reads one frame. Throws when it is malformed. */
export function decode(data: RawData, isBinary: boolean, version: 1 | 2): Frame {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data as ArrayBuffer);
  if (isBinary) return decodeBroadcast(bytes);
  const message = JSON.parse(bytes.toString("utf8"));
  if (version === 1) {
    const { join_ref: joinRef = null, ref = null, topic, event, payload } = message;
    return { joinRef, ref, topic, event, payload: payload ?? {} };
  }
  const [joinRef, ref, topic, event, payload] = message;
  return { joinRef, ref, topic, event, payload: payload ?? {} };
}

/** Writes one frame as the text the client's protocol version expects. */
export function encode(frame: Frame, version: 1 | 2): string {
  const { joinRef, ref, topic, event, payload } = frame;
  return JSON.stringify(
    version === 2 ? [joinRef, ref, topic, event, payload] : { join_ref: joinRef, ref, topic, event, payload },
  );
}

// Byte 0 is the kind, 1–5 the lengths of join ref, ref, topic, event and metadata, 6 the payload's encoding.
function decodeBroadcast(bytes: Buffer): Frame {
  let offset = 7;
  const next = (length = 0) => {
    const text = bytes.toString("utf8", offset, offset + length);
    offset += length;
    return text;
  };
  const [joinRef = "", ref = "", topic = "", event = ""] = [...bytes.subarray(1, 5)].map((length) =>
    next(length),
  );
  next(bytes[5]);
  const body = bytes.subarray(offset);
  const payload = bytes[6] === JSON_ENCODING ? JSON.parse(body.toString("utf8")) : body.toString("base64");
  return { joinRef, ref, topic, event: "broadcast", payload: { type: "broadcast", event, payload } };
}
