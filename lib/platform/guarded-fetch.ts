// POSTs to addresses that strangers gave us. The name is resolved once, every address it has must be public, and the connection goes to
// exactly those: no name that changes its mind in between, no redirect and no spelling of an address leads into our own network.
import "server-only";
import { lookup } from "node:dns/promises";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { noteOnSpan, traced } from "./tracing";

const TOTAL_MS = 5000; // name, connection, answer and all
const ANSWER_BYTES = 64 * 1024; // of an answer's body; the rest is not read
const PORTS = new Set(["", "443", "8443"]);

type Address = { address: string; family: number };
/** Finds a name's addresses: the system's resolver, unless a test plays it. */
export type Resolver = (host: string) => Promise<Address[]>;
type Trust = { allowLoopback: boolean; resolve?: Resolver };

/** Why nothing came of a POST. `REFUSED_ADDRESS` is lasting: we never called. */
export type FailureCode = "REFUSED_ADDRESS" | "UNKNOWN_HOST" | "TIMEOUT" | "UNREACHABLE" | "BAD_CERTIFICATE";

/** A POST that got no answer. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  readonly code: FailureCode;

  constructor(code: FailureCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

const closed = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8],
  ["100.64.0.0", 10], // carrier-grade NAT
  ["127.0.0.0", 8],
  ["168.63.129.16", 32], // Azure's host, at a public address
  ["169.254.0.0", 16], // link-local: clouds' metadata
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24], // documentation, as the two below
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16],
  ["198.18.0.0", 15], // benchmarks
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
] as const) {
  closed.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["2001::", 23], // Teredo, ORCHID and other protocols' own
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4: an IPv4 address inside
  ["3fff::", 20], // documentation
] as const) {
  closed.addSubnet(net, bits, "ipv6");
}
// All else of IPv6 is closed: loopback, mapped and NAT64 addresses, unique local, link-local, multicast.
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether an address belongs to the public internet. What cannot be read does not. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return false;
  return family === 4
    ? !closed.check(address)
    : open.check(address, "ipv6") && !closed.check(address, "ipv6");
}

const systemResolver: Resolver = (host) => lookup(host, { all: true });

/**
 * The addresses that a URL may be called at.
 * @param trust `allowLoopback` lets tests call this machine, over any port and without TLS
 * @throws CallFailed REFUSED_ADDRESS for a URL that is not https on port 443 or 8443, carries credentials, or has an address that is not
 *   public; UNKNOWN_HOST
 */
export async function publicAddresses(
  url: URL,
  { allowLoopback, resolve = systemResolver }: Trust,
): Promise<Address[]> {
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new CallFailed("REFUSED_ADDRESS");
  }
  const host = bareHost(url);
  const family = isIP(host);
  const addresses = family
    ? [{ address: host, family }]
    : await resolve(host).catch((cause: unknown) => {
        throw new CallFailed("UNKNOWN_HOST", cause);
      });
  if (addresses.length === 0) throw new CallFailed("UNKNOWN_HOST");
  const isOurs = ({ address }: Address) => loopback.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  if (allowLoopback && addresses.every(isOurs)) return addresses;
  const allowed = url.protocol === "https:" && PORTS.has(url.port);
  if (!allowed || !addresses.every(({ address }) => isPublic(address))) {
    throw new CallFailed("REFUSED_ADDRESS");
  }
  return addresses;
}

// URL has read every spelling of an IPv4 address by now (0x7f000001, 127.1) and put IPv6 in brackets.
const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

/**
 * POSTs a text once and answers what came back, whatever its status; a redirect is an answer like any other.
 * @returns the status and the answer's first 64 kB
 * @throws CallFailed as publicAddresses does; TIMEOUT after 5 s in all or when `signal` aborts, UNREACHABLE, BAD_CERTIFICATE
 */
export function guardedPost(
  address: string,
  body: string,
  options: Trust & { headers: Record<string, string>; signal?: AbortSignal },
): Promise<{ status: number; answer: Buffer }> {
  return traced("guarded POST", {}, async () => {
    const answered = await resolvedPost(address, body, options);
    noteOnSpan({ "http.response.status_code": answered.status });
    return answered;
  });
}

async function resolvedPost(
  address: string,
  body: string,
  { headers, signal, ...trust }: Parameters<typeof guardedPost>[2],
): Promise<{ status: number; answer: Buffer }> {
  const timeout = AbortSignal.timeout(TOTAL_MS);
  const limit = signal ? AbortSignal.any([timeout, signal]) : timeout;
  const url = new URL(address);
  const pinned = await inTime(publicAddresses(url, trust), limit); // the system's resolver cannot be interrupted
  try {
    return await post(url, body, headers, pinned, limit);
  } catch (cause) {
    throw limit.aborted ? new CallFailed("TIMEOUT", cause) : new CallFailed(codeOf(cause), cause);
  }
}

function inTime<T>(work: Promise<T>, limit: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    const late = () => fail(new CallFailed("TIMEOUT"));
    if (limit.aborted) late();
    limit.addEventListener("abort", late, { once: true });
    work.then(done, fail);
  });
}

function post(
  url: URL,
  body: string,
  headers: Record<string, string>,
  pinned: Address[],
  signal: AbortSignal,
) {
  const host = bareHost(url);
  const lookupPinned: LookupFunction = (_, options, found) => {
    const [first] = pinned;
    if (options.all) found(null, pinned);
    else found(null, first?.address ?? "", first?.family);
  };
  return new Promise<{ status: number; answer: Buffer }>((done, fail) => {
    const call = (url.protocol === "https:" ? request : plainRequest)(url, {
      method: "POST",
      agent: false, // a connection of its own: none that another name opened
      lookup: lookupPinned,
      servername: isIP(host) ? "" : host,
      headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
      signal,
    });
    call.on("error", fail);
    call.on("response", (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const end = () => {
        done({ status: response.statusCode ?? 0, answer: Buffer.concat(chunks).subarray(0, ANSWER_BYTES) });
        call.destroy();
      };
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= ANSWER_BYTES) end();
      });
      response.on("end", end);
      response.on("error", fail);
    });
    call.end(body);
  });
}

function codeOf(cause: unknown): FailureCode {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /CERT|SIGNATURE|ALTNAME|SELF_SIGNED|SSL/.test(code) ? "BAD_CERTIFICATE" : "UNREACHABLE";
}
