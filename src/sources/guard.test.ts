import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchBody, isPublic } from "./guard.ts";
import { wholeText } from "./json.ts";

let server: Server;
let origin: string;
let asked = 0;

const answers: Record<string, (response: ServerResponse) => void> = {
  "/plain": (response) => response.end("hello"),
  "/gzip": (response) => response.setHeader("content-encoding", "gzip").end(gzipSync("hello")),
  "/br": (response) => response.setHeader("content-encoding", "br").end(brotliCompressSync("hello")),
  "/chain": (response) => response.setHeader("content-encoding", "gzip, gzip").end(gzipSync(gzipSync("hello"))),
  "/bomb": (response) => response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(50_000_000))),
  "/once": (response) => response.writeHead(302, { location: "/plain" }).end(),
  "/loop": (response) => response.writeHead(301, { location: "/loop" }).end(),
  "/file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/slow": (response) => void response.write("a"),
  "/cut": (response) => response.writeHead(200, { "content-length": 100 }).write("a", () => response.destroy()),
  "/gone": (response) => response.writeHead(410).end("secret"),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    const answer = answers[request.url!];
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function get(path: string, options = {}): Promise<string | null> {
  const { body } = await fetchBody(`${origin}${path}`, { allowPrivate: true, ...options });
  return wholeText(body);
}

describe("fetchBody", () => {
  it.each(["/plain", "/gzip", "/br", "/once"])("gives the body of %s", async (path) => {
    expect(await get(path)).toBe("hello");
  });

  it("tells where a redirect led", async () => {
    expect((await fetchBody(`${origin}/once`, { allowPrivate: true })).url).toBe(`${origin}/plain`);
  });

  it.each([
    ["/loop", /more than 5 times/],
    ["/file", /neither http nor https/],
    ["/chain", /packed as "gzip, gzip"/],
    ["/bomb", /larger than 32 MB/],
    ["/cut", /\/cut: the connection ended before the whole answer came$/],
    ["/gone", /answered 410$/],
    ["/nothing", /answered 404$/],
  ])("refuses %s", async (path, message) => {
    await expect(get(path)).rejects.toThrow(message);
  });

  it("ends what is too slow", async () => {
    await expect(get("/slow", { totalMs: 300 })).rejects.toThrow(/in time|abort/i);
  });

  it.each(["ftp://example.com/", "http://user:secret@example.com/", "not an address", "javascript:alert(1)"])("refuses %s", async (address) => {
    await expect(fetchBody(address, { allowPrivate: true })).rejects.toThrow();
  });

  it.each([
    "http://127.0.0.1:PORT/plain", "http://2130706433:PORT/plain", "http://0x7f.1:PORT/plain", "http://0177.0.0.1:PORT/plain", "http://127.1:PORT/plain", "http://0:PORT/plain",
    "http://[::1]:PORT/plain", "http://[::ffff:127.0.0.1]:PORT/plain", "http://[::ffff:7f00:1]:PORT/plain", "http://localhost:PORT/plain", "http://127。0。0。1:PORT/plain", "http://①②⑦.0.0.1:PORT/plain",
  ])("never reaches this machine by %s", async (address) => {
    const before = asked;
    await expect(fetchBody(address.replace("PORT", new URL(origin).port))).rejects.toThrow(/public internet|no machine/);
    expect(asked).toBe(before);
  });
});

describe("isPublic", () => {
  it.each([
    "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:a00:1::", "100::1", "not an address", "",
  ])("not %s", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(["8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.169.0.1", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1"])("%s is", (address) => {
    expect(isPublic(address)).toBe(true);
  });
});
