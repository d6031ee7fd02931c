// What a browser measures, sent so that it arrives even while the page is being left.

const SAMPLE = 0.1; // of messages: a vendor's board hears one every few seconds

type Vitals = { kind: "vitals"; page: string; values: Partial<Record<string, number>> };
type Delivery = { kind: "delivery"; channel: string; at: string };

/** Sends one measurement. Nobody waits for it and nobody misses it. */
export function sendMeasurement(measurement: Vitals | Delivery): void {
  navigator.sendBeacon(
    "/api/measurements",
    new Blob([JSON.stringify(measurement)], { type: "application/json" }),
  );
}

/**
 * Tells the server, of a sample of realtime messages, that this one has arrived. How long it took the server knows: by its own clock, since a
 * browser's may be minutes off.
 * @param topic the channel, as "order:ID"; the id stays here
 * @param at when the message was written, by the database's clock
 */
export function noteDelivery(topic: string, at: unknown): void {
  if (typeof at !== "string" || Math.random() >= SAMPLE) return;
  sendMeasurement({ kind: "delivery", channel: topic.slice(0, topic.indexOf(":")), at });
}
