import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guardedFetch } from "../../src/sources/fetching/fetch.ts";
import { fetchReply } from "../../src/sources/guard.ts";

/** A server of this machine that nobody may reach: it counts who did. */
let canary: Server;
let port: number;
let hits = 0;
/** A server that is permitted, and leads where `location` says. */
let leading: Server;
let open: string;
let location = "";
let redirectStatus = 302;
let heard: Record<string, string | string[] | undefined>[] = [];

beforeAll(async () => {
  canary = createServer((_, response) => {
    hits++;
    response.end("the canary");
  });
  // Of both families where this machine has them: "::" also takes in what comes for 127.0.0.1.
  await new Promise<void>((resolve) => canary.once("error", () => canary.listen(0, "127.0.0.1", resolve)).listen(0, "::", resolve));
  port = (canary.address() as AddressInfo).port;
  leading = createServer((request, response) => {
    heard.push(request.headers);
    if (request.url === "/end") response.end("there");
    // Headers are bytes: letters beyond ASCII go as UTF-8, as browsers and servers send them.
    else response.writeHead(redirectStatus, { location: Buffer.from(location).toString("latin1") }).end();
  });
  await new Promise<void>((resolve) => leading.listen(0, "127.0.0.1", resolve));
  open = `127.0.0.1:${(leading.address() as AddressInfo).port}`;
});
afterAll(() => {
  for (const server of [canary, leading]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  [hits, heard, redirectStatus] = [0, [], 302];
});

type Lookup = NonNullable<NonNullable<Parameters<typeof fetchReply>[1]>["lookup"]>;

/** A name server that gives this address for every name. */
function answering(...addresses: string[]): Lookup {
  return ((_: string, __: unknown, callback: (error: null, found: { address: string; family: number }[]) => void) => callback(null, addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })))) as unknown as Lookup;
}

async function get(url: string, options: Parameters<typeof guardedFetch>[0] = {}): Promise<string> {
  return (await guardedFetch({ totalMs: 30_000, lookup: answering("127.0.0.1"), ...options })({ url: url.replaceAll("PORT", String(port)) })).text;
}

/** This machine, written in all the ways that address parsers, some of them wrongly, take for it. PORT is the canary's. */
const thisMachine = [
  "127.0.0.1", "127.0.0.2", "127.1.1.1", "127.255.255.254", "127.1", "127.0.1", "0", "0.0.0.0", "0.0", "00.0.0.0", "0x0", "00",
  "2130706433", "2130706434", "0x7f000001", "0x7F000001", "017700000001", "0x7f.0.0.1", "0x7f.1", "0x7f.0x0.0x0.0x1", "0177.0.0.1", "0177.1", "0177.0x0.0.01", "127.0.0.0x1", "127.000.000.001", "127.0.0.1.",
  "[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::]", "[0::0]", "[::0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::FFFF:127.0.0.1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::ffff:0:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::127.0.0.1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]",
  "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "①②⑦.⓪.⓪.①", "１２７.０.０.１", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "%31%32%37.0.0.1", "127.0.0.%31", "%30", "12%37.1", "127.0.0.1%2e", "127\u00ad.0.0.1", "127.0.0.1\u200b",
  "localhost", "LOCALHOST", "localhost.", "ｌｏｃａｌｈｏｓｔ", "loc%61lhost", "sub.localhost", "localhost.localdomain", "ip6-localhost", "127.0.0.1.nip.example", "www.played.example", "xn--9a.example", "ⓦⓦⓦ.played.example", "a.b.c.played.example.",
];

/** Networks that are not public, and machines of clouds that tell secrets. */
const inside = [
  "10.0.0.1", "10.255.255.255", "012.0.0.1", "0xa.1", "167772161", "172.16.0.1", "172.31.255.254", "0xac.0x10.1", "2886729729", "192.168.0.1", "192.168.1", "192.168.255.255", "0xc0a80001", "3232235521", "0300.0250.0.1",
  "169.254.0.1", "169.254.169.254", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376", "169.254.43518", "169.16689662", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::1]", "169。254。169。254",
  "100.64.0.1", "100.100.100.200", "100.127.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "4294967295", "0.0.0.1", "0.1.2.3",
  "[fc00::1]", "[fd00:ec2::254]", "[fd12:3456:789a::1]", "[fe80::1]", "[fe80::a9fe:a9fe]", "[febf::1]", "[fec0::1]", "[ff02::1]", "[ff05::2]", "[100::1]", "[2001:db8::1]", "[2001::1]", "[2001:10::1]", "[3fff::1]", "[5f00::1]", "[::2]", "[::ffff:10.0.0.1]", "[::ffff:192.168.0.1]", "[64:ff9b::10.0.0.1]",
];

/** What is no address of the web, or hides where it leads. */
const others = [
  "file:///etc/passwd", "file://localhost/etc/passwd", "file://127.0.0.1/etc/passwd", "FILE:///etc/passwd", "gopher://127.0.0.1:PORT/_GET%20/", "ftp://127.0.0.1:PORT/", "ftps://127.0.0.1/", "sftp://127.0.0.1/", "dict://127.0.0.1:PORT/stats", "ldap://127.0.0.1:PORT/", "tftp://127.0.0.1/x", "ws://127.0.0.1:PORT/", "wss://127.0.0.1:PORT/",
  "data:text/html,<p>x", "javascript:alert(1)", "blob:http://127.0.0.1:PORT/1", "about:blank", "jar:http://127.0.0.1:PORT/!/x", "netdoc:///etc/passwd", "php://filter/resource=x", "view-source:http://127.0.0.1:PORT/", "unix:/var/run/docker.sock", "http+unix://%2Fvar%2Frun%2Fdocker.sock/info", "\\\\127.0.0.1\\share", "",
  "http://", "http:///", "http://:PORT/", "http://[::1", "http://[127.0.0.1]:PORT/", "http://[::1%25lo]:PORT/", "http://256.256.256.256/", "http://1.2.3.4.5/", "http://127.0.0.1:99999/", "http://127.0.0.1:-1/", "http://0x/", "http://a b.example/", "http://a\u0000b.example/", "//127.0.0.1:PORT/",
  "http://www.example.com@127.0.0.1:PORT/", "http://127.0.0.1:PORT@www.example.com/", "http://user:secret@www.example.com/", "http://www.example.com:80@127.0.0.1:PORT/", "http://www.example.com%40127.0.0.1:PORT/", "http://@127.0.0.1:PORT/", "http://:@127.0.0.1:PORT/", "http://127.0.0.1:PORT\\@www.example.com/", "http://www.example.com\\@127.0.0.1:PORT/", "http://127.0.0.1:PORT#@www.example.com/", "http://127.0.0.1:PORT?@www.example.com/", "http:127.0.0.1:PORT/", "http:/127.0.0.1:PORT/", "http:\\\\127.0.0.1:PORT\\x", "  http://127.0.0.1:PORT/", "ht\ntp://127.0.0.1:PORT/", "http://127.0.\n0.1:PORT/", "http://127.0.0.1\t:PORT/", "HTTP://127.0.0.1:PORT/", "https://127.0.0.1:PORT/", "https://[::1]:PORT/",
];

const forms = [...thisMachine.map((host) => `http://${host}:PORT/`), ...inside.flatMap((host) => [`http://${host}/latest/meta-data/`, `https://${host}:PORT/`]), ...others];

describe("addresses that are not of the public web", () => {
  it("are many, each another", () => {
    expect(new Set(forms).size).toBe(forms.length);
    expect(forms.length).toBeGreaterThanOrEqual(250);
  });

  it("would reach the canary, were they let through", async () => {
    for (const address of ["http://127.0.0.1:PORT/", "http://2130706433:PORT/", "http://www.played.example:PORT/"]) expect(await get(address, { allowPrivate: true })).toBe("the canary");
    expect(hits).toBe(3);
  });

  it.each(forms)("%j is refused, and nothing is connected to", async (address) => {
    // Refused for what it is, not because nothing answers there.
    await expect(get(address)).rejects.toThrow(/public internet|neither http nor https|is not an address|user name/);
    expect(hits).toBe(0);
  });
});

describe("redirects", () => {
  const targets = [...thisMachine.slice(0, 40).map((host) => `http://${host}:PORT/`), ...inside.slice(0, 30).map((host) => `http://${host}/`), ...others.filter((address) => /^(?:file|ftp|gopher|data|javascript|dict|ws):/i.test(address)), "//127.0.0.1:PORT/", "\\\\127.0.0.1:PORT\\", "/\\127.0.0.1:PORT/", "http://www.played.example:PORT/", "//www.played.example:PORT/", "http://user@127.0.0.1:PORT/"];

  it.each(targets)("to %j are not followed", async (target) => {
    location = target.replaceAll("PORT", String(port));
    for (redirectStatus of [301, 302, 303, 307, 308]) await expect(get(`http://${open}/start`, { open: [open] })).rejects.toThrow(/public internet|neither http nor https|is not an address|user name/);
    expect({ hits, asked: heard.length }).toEqual({ hits: 0, asked: 5 });
  });

  it("are followed five times at most", async () => {
    location = `http://${open}/start`;
    await expect(get(`http://${open}/start`, { open: [open] })).rejects.toThrow("more than 5 times");
    expect(heard).toHaveLength(6);
  });

  it("do not carry a key to another host", async () => {
    const other = createServer((request, response) => {
      heard.push(request.headers);
      response.end("there");
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const second = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    location = `http://${second}/end`;
    for (redirectStatus of [301, 302, 303, 307, 308]) {
      heard = [];
      await guardedFetch({ open: [open, second] })({ url: `http://${open}/start`, headers: { authorization: "Token token=secret", "x-api-version": "1", cookie: "a=b", accept: "application/json" } });
      expect(heard.map(({ authorization, cookie, accept }) => ({ authorization, cookie, accept }))).toEqual([{ authorization: "Token token=secret", cookie: "a=b", accept: "application/json" }, { authorization: undefined, cookie: undefined, accept: "application/json" }]);
    }
    other.closeAllConnections();
    other.close();
  });
});

describe("names whose addresses change", () => {
  const inner = ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254", "fe80::1", "0.0.0.0", "::"];
  // Public, and never connected to: an address inside beside them is enough to refuse the name.
  const outer = ["198.41.0.4", "2001:500:200::b"];

  it("lead inside in none of a thousand tries", async () => {
    let looked = 0;
    const lookup = ((_: string, __: unknown, callback: (error: null, found: { address: string; family: number }[]) => void) => {
      const sets = [[inner[looked % inner.length]!], [outer[looked % 2]!, inner[looked % inner.length]!], [inner[looked % inner.length]!, outer[looked % 2]!]];
      callback(null, sets[looked++ % 3]!.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
    }) as unknown as Lookup;
    for (let from = 0; from < 1000; from += 50) {
      await Promise.all(Array.from({ length: 50 }, () => expect(get("http://rebinding.example:PORT/", { lookup })).rejects.toThrow(/public internet/)));
    }
    expect({ looked, hits }).toEqual({ looked: 1000, hits: 0 });
  });

  it("are looked up once for each connection: what was checked is what is connected to", async () => {
    let looked = 0;
    // A second look-up would find an address of the blocks that nobody routes.
    const lookup = ((host: string, options: unknown, callback: never) => (looked++ === 0 ? answering("127.0.0.1") : answering("192.0.2.1"))(host, options as never, callback)) as unknown as Lookup;
    expect(await get("http://rebinding.example:PORT/", { lookup, allowPrivate: true })).toBe("the canary");
    expect({ looked, hits }).toEqual({ looked: 1, hits: 1 });
  });
});
