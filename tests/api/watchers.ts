// Stand-ins for those whom a server tells about itself: Sentry, and a collector of traces. They keep what they are sent.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

export type SentryEvent = {
  release?: string;
  environment?: string;
  tags?: Record<string, string>;
  exception?: { values: { type: string; value: string }[] };
};
export type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Record<string, unknown>;
};
type Sent = { url: string; text: string };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return (request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
}

/** A server on a port of its own that keeps everything it is sent; browsers of other origins may send too. */
async function listening() {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    sent.push({ url: request.url ?? "", text: await bodyOf(request) });
    response
      .writeHead(200, { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" })
      .end("{}");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { sent, port, close };
}

/** A Sentry: its DSN, the errors it was told of, and every byte it was sent. */
export async function startSentryStandIn() {
  const { sent, port, close } = await listening();
  const items = () =>
    sent.flatMap(({ text }) => {
      // An envelope: its header, then a header and a payload for each item, a line each.
      const lines = text.split("\n").filter(Boolean).slice(1);
      return lines.flatMap((line, at) =>
        at % 2 === 0 ? [{ type: typeOf(line), payload: lines[at + 1] ?? "" }] : [],
      );
    });
  return {
    dsn: `http://public@127.0.0.1:${port}/1`,
    origin: `http://127.0.0.1:${port}`,
    errors: () =>
      items()
        .filter(({ type }) => type === "event")
        .map(({ payload }) => JSON.parse(payload) as SentryEvent),
    everything: () => sent.map(({ text }) => text).join("\n"),
    close,
  };
}

const typeOf = (header: string) => (JSON.parse(header) as { type: string }).type;

type Attribute = { key: string; value: Record<string, unknown> };
type Exported = {
  resourceSpans: { scopeSpans: { spans: (Omit<Span, "attributes"> & { attributes: Attribute[] })[] }[] }[];
};

/** A collector of traces: its address, the spans it was sent, and every byte. */
export async function startCollectorStandIn() {
  const { sent, port, close } = await listening();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans: (): Span[] =>
      sent
        .filter(({ url }) => url === "/v1/traces")
        .flatMap(({ text }) => (JSON.parse(text) as Exported).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
        .map((span) => ({
          ...span,
          attributes: Object.fromEntries(
            span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
          ),
        })),
    everything: () => sent.map(({ text }) => text).join("\n"),
    close,
  };
}
