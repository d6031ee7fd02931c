// Where a stranger's URL may lead and where it may not, and that an answer can neither hold us up nor fill our memory. The receivers are
// real servers on this machine, reached under names that only the injected resolver knows.
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterAll, describe, expect, it, vi } from "vitest";
import { CallFailed, guardedPost, isPublic, publicAddresses, type Resolver } from "./guarded-fetch";

const PUBLIC = [{ address: "93.184.216.34", family: 4 }];
const finds =
  (...addresses: string[]): Resolver =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: unknown) => (error instanceof CallFailed ? error.code : String(error)),
  );
const ask = (url: string, resolve: Resolver = finds("93.184.216.34"), allowLoopback = false) =>
  codeOf(publicAddresses(new URL(url), { allowLoopback, resolve }));

describe("an address", () => {
  it.each([
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:93.184.216.34",
    "64:ff9b::a00:1",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:a00:1::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1%eth0",
    "fec0::1",
    "ff02::1",
    "nonsense",
    "",
  ])("%s is not public", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(["93.184.216.34", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450::1"])(
    "%s is",
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );
});

describe("a URL", () => {
  it.each([
    "https://hooks.example.com/kapgel",
    "https://hooks.example.com:8443/",
    "https://hooks.example.com./",
    "https://çiçek.example.com/",
    "https://93.184.216.34/",
    "https://[2606:4700:4700::1111]/",
  ])("%s may be called", async (url) => {
    expect(await ask(url)).toBe("ok");
  });

  it.each([
    "http://hooks.example.com/",
    "ftp://hooks.example.com/",
    "file:///etc/passwd",
    "https://user@hooks.example.com/",
    "https://:secret@hooks.example.com/",
    "https://hooks.example.com:22/",
    "https://hooks.example.com:80/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://0177.0.0.1/",
    "https://①②⑦.0.0.1/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::a9fe:a9fe]/",
    "https://[2002:7f00:1::]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://10.0.0.1/",
  ])("%s is refused", async (url) => {
    expect(await ask(url)).toBe("REFUSED_ADDRESS");
  });

  it("whose name leads into a private network is refused, also when only one of its addresses does", async () => {
    const url = "https://hooks.example.com/";
    expect(await ask(url, finds("192.168.0.7"))).toBe("REFUSED_ADDRESS");
    expect(await ask(url, finds("93.184.216.34", "10.0.0.1"))).toBe("REFUSED_ADDRESS");
    expect(await ask(url, finds("::ffff:169.254.169.254"))).toBe("REFUSED_ADDRESS");
    expect(await ask(url, finds("fe80::1%eth0"))).toBe("REFUSED_ADDRESS");
  });

  it("of this machine is refused by its everyday names, which the system's own resolver knows", async () => {
    for (const url of ["https://localhost/", "https://LOCALHOST./"]) {
      expect(await codeOf(publicAddresses(new URL(url), { allowLoopback: false }))).toBe("REFUSED_ADDRESS");
    }
  });

  it("whose name nobody knows is said to be unknown", async () => {
    expect(await ask("https://nobody.invalid/", finds())).toBe("UNKNOWN_HOST");
    expect(await ask("https://nobody.invalid/", () => Promise.reject(new Error("ENOTFOUND")))).toBe(
      "UNKNOWN_HOST",
    );
  });

  it("of this machine may be called where tests ask for it, and of a private network not even then", async () => {
    expect(await ask("http://127.0.0.1:9/", undefined, true)).toBe("ok");
    expect(await ask("http://[::1]:9/", undefined, true)).toBe("ok");
    expect(await ask("http://hook.test/", finds("127.0.0.1"), true)).toBe("ok");
    expect(await ask("http://hook.test/", finds("127.0.0.1", "10.0.0.1"), true)).toBe("REFUSED_ADDRESS");
    expect(await ask("https://10.0.0.1/", undefined, true)).toBe("REFUSED_ADDRESS");
    expect(await ask("http://hooks.example.com/", undefined, true)).toBe("REFUSED_ADDRESS");
    expect(await ask("http://user@127.0.0.1:9/", undefined, true)).toBe("REFUSED_ADDRESS");
  });
});

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function listen<S extends Server>(server: S): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

const post = (url: string, resolve: Resolver = finds("127.0.0.1"), signal?: AbortSignal) =>
  guardedPost(url, "{}", {
    headers: { "X-Test": "1" },
    allowLoopback: true,
    resolve,
    ...(signal && { signal }),
  });

describe("a POST", () => {
  it("brings its text and headers, and answers what came back", async () => {
    const seen: unknown[] = [];
    const port = await listen(
      createHttpServer((request, response) => {
        seen.push([request.method, request.url, request.headers.host, request.headers["x-test"]]);
        request.on("data", (chunk) => seen.push(String(chunk)));
        request.on("end", () => response.writeHead(418).end("short and stout"));
      }),
    );
    const { status, answer } = await post(`http://hook.test:${port}/a?b=c`);
    expect([status, String(answer)]).toEqual([418, "short and stout"]);
    expect(seen).toEqual([["POST", "/a?b=c", `hook.test:${port}`, "1"], "{}"]);
  });

  it("asks for a name once and goes to what it was told: a name that turns private meanwhile changes nothing", async () => {
    const port = await listen(createHttpServer((_, response) => response.end("pinned")));
    const answers = [finds("127.0.0.1"), finds("10.0.0.1")];
    const resolve = vi.fn<Resolver>((host) => (answers.shift() ?? finds())(host));
    // No resolver but ours knows the name: had the connection asked again, it would have failed.
    expect(String((await post(`http://rebind.invalid:${port}/`, resolve)).answer)).toBe("pinned");
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(await codeOf(post(`http://rebind.invalid:${port}/`, resolve))).toBe("REFUSED_ADDRESS");
  });

  it("over TLS names the host, not the address it goes to", async () => {
    let hello = "";
    const port = await listen(
      createServer((socket: Socket) => {
        socket.on("error", () => {});
        socket.on("data", (chunk) => {
          hello += chunk.toString("latin1");
          socket.destroy();
        });
      }),
    );
    expect(await codeOf(post(`https://hook.test:${port}/`))).toBe("UNREACHABLE");
    expect(hello).toContain("hook.test");
  });

  it("does not follow a redirect", async () => {
    let reached = false;
    const inner = await listen(
      createHttpServer((_, response) => {
        reached = true;
        response.end();
      }),
    );
    const port = await listen(
      createHttpServer((_, response) =>
        response.writeHead(307, { Location: `http://127.0.0.1:${inner}/` }).end(),
      ),
    );
    expect((await post(`http://hook.test:${port}/`)).status).toBe(307);
    expect(reached).toBe(false);
  });

  it("reads 64 kB of an answer that never ends, and lets go", async () => {
    let closed = false;
    const port = await listen(
      createHttpServer((_, response) => {
        const more = () => {
          while (!closed && response.write("x".repeat(16_384)));
        };
        response.on("drain", more).on("close", () => {
          closed = true;
        });
        more();
      }),
    );
    const { status, answer } = await post(`http://hook.test:${port}/`);
    expect([status, answer.length]).toEqual([200, 65_536]);
    await vi.waitFor(() => expect(closed).toBe(true));
  });

  it.concurrent.each([
    ["never answers", () => {}],
    [
      "answers a byte at a time",
      (socket: Socket) => {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        const timer = setInterval(() => socket.write("1\r\nx\r\n"), 200);
        socket.on("close", () => clearInterval(timer));
      },
    ],
    [
      "never ends its headers",
      (socket: Socket) => {
        socket.write("HTTP/1.1 200 OK\r\n");
        const timer = setInterval(() => socket.write("X: y\r\n"), 200);
        socket.on("close", () => clearInterval(timer));
      },
    ],
  ])("to a receiver that %s ends after five seconds in all", async (_, behave) => {
    const closed = vi.fn();
    const port = await listen(
      createServer((socket) => {
        socket.on("error", () => {}).on("close", closed);
        socket.once("data", () => behave(socket));
      }),
    );
    const started = performance.now();
    expect(await codeOf(post(`http://hook.test:${port}/`))).toBe("TIMEOUT");
    const took = performance.now() - started;
    expect(took).toBeGreaterThan(4900);
    expect(took).toBeLessThan(7000);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it.concurrent("ends when the resolver does not", async () => {
    expect(await codeOf(post("http://hook.test/", () => new Promise(() => {})))).toBe("TIMEOUT");
  });

  it("ends when its caller gives up", async () => {
    const port = await listen(createServer(() => {}));
    expect(await codeOf(post(`http://hook.test:${port}/`, undefined, AbortSignal.timeout(100)))).toBe(
      "TIMEOUT",
    );
  });

  it("to nobody is said to be unreachable", async () => {
    const gone = createHttpServer();
    const port = await listen(gone);
    await new Promise((done) => gone.close(done));
    expect(await codeOf(post(`http://hook.test:${port}/`))).toBe("UNREACHABLE");
  });
});

it("the addresses that may be called are those that were looked up", async () => {
  expect(
    await publicAddresses(new URL("https://hooks.example.com/"), {
      allowLoopback: false,
      resolve: async () => PUBLIC,
    }),
  ).toEqual(PUBLIC);
});
