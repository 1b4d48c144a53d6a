import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guardedFetch } from "../../src/sources/fetching/fetch.ts";
import { strata } from "../fixtures/strata.ts";

/** What is written to a socket in answer to a request, byte for byte. */
let speak: (socket: Socket) => void;
let server: Server;
let open: string;
const sockets = new Set<Socket>();

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    socket.once("data", () => speak(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

const get = async (options: Parameters<typeof guardedFetch>[0] = {}): Promise<string> => (await guardedFetch({ open: [open], totalMs: 1500, mostBytes: 1_000_000, ...options })({ url: `http://${open}/board` })).text;

const said = (head: string, body: string | Uint8Array = "") => (socket: Socket): void => void socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`), Buffer.from(body)]));

/** Again and again, until the other side has had enough. */
const forever = (begin: string, part: string, everyMs: number) => (socket: Socket): void => {
  socket.write(begin);
  const timer = setInterval(() => socket.write(part), everyMs);
  socket.on("close", () => clearInterval(timer));
};

const bomb = Buffer.alloc(50_000_000);

describe("what comes over the wire", () => {
  it.each<[string, (socket: Socket) => void, RegExp]>([
    ["a length that is more than what comes", said("content-length: 900", '{"jobs":[]}'), /ended before the whole answer/],
    ["a length that is no number", said("content-length: many", '{"jobs":[]}'), /127/],
    ["two lengths", said("content-length: 3\r\ncontent-length: 11", '{"jobs":[]}'), /127/],
    ["a length and pieces", said("content-length: 3\r\ntransfer-encoding: chunked", "b\r\n{\"jobs\":[]}\r\n0\r\n\r\n"), /127/],
    ["pieces without an end", said("transfer-encoding: chunked", "b\r\n{\"jobs\":[]}\r\n"), /127/],
    ["a piece that is longer than it says", said("transfer-encoding: chunked", "3\r\n{\"jobs\":[]}\r\n0\r\n\r\n"), /127/],
    ["a piece of a negative length", said("transfer-encoding: chunked", "-1\r\n{}\r\n0\r\n\r\n"), /127/],
    ["half of what was packed", said("content-encoding: gzip", gzipSync('{"jobs":[]}').subarray(0, 15)), /ended|end of file/],
    ["a bomb in gzip", said("content-encoding: gzip", gzipSync(bomb)), /larger than/],
    ["a bomb in brotli", said("content-encoding: br", brotliCompressSync(bomb)), /larger than/],
    ["a thousand packings", said(`content-encoding: ${"gzip,".repeat(1000)}gzip`, gzipSync("x")), /packed as|127/],
    ["something that is not HTTP", (socket) => void socket.end("SSH-2.0-OpenSSH_9.6\r\n"), /127/],
    ["nothing, and an end", (socket) => void socket.end(), /ended before/],
    ["a header without end", forever("HTTP/1.1 200 OK\r\nx: ", "a".repeat(65_536), 1), /127/],
    ["headers without end", forever("HTTP/1.1 200 OK\r\n", "x: a\r\n".repeat(1000), 1), /127/],
    ["a header letter by letter", forever("HTTP/1.1 200 OK\r\nx", "x", 30), /in time/],
    ["a body letter by letter", forever("HTTP/1.1 200 OK\r\n\r\n", " ", 30), /in time/],
    ["only ever a promise", forever("", "HTTP/1.1 100 Continue\r\n\r\n", 20), /127/],
    ["a body without end", forever("HTTP/1.1 200 OK\r\n\r\n", " ".repeat(65_536), 1), /larger than/],
    ["silence", () => undefined, /in time/],
  ])("%s is refused, named, in time", async (_, answer, message) => {
    speak = answer;
    const began = performance.now();
    await expect(get()).rejects.toThrow(message);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("a length that is less than what comes ends the body there", async () => {
    speak = said("content-length: 3", '{"jobs":[]}');
    expect(await get()).toBe('{"j');
  });

  it("leaves no connection open", async () => {
    for (let n = 0; n < 100 && sockets.size > 0; n++) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sockets.size).toBe(0);
  });
});

const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;

// Skipped where there is no openssl to make a certificate with.
describe.skipIf(noOpenssl)("https", () => {
  let dir: string;
  let secure: ReturnType<typeof createTlsServer>;
  let address: string;
  let asked: string[] = [];
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "strata-tls-"));
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", join(dir, "key.pem"), "-out", join(dir, "cert.pem"), "-days", "2", "-subj", "/CN=played.example", "-addext", "subjectAltName=IP:127.0.0.1"], { stdio: "ignore" });
    secure = createTlsServer({ key: readFileSync(join(dir, "key.pem")), cert: readFileSync(join(dir, "cert.pem")) }, (request, response) => {
      asked.push(request.url!);
      response.writeHead(302, { location: `http://${open}/plain` }).end();
    });
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    address = `127.0.0.1:${(secure.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    secure.closeAllConnections();
    secure.close();
    rmSync(dir, { recursive: true });
  });

  it("with a certificate that nobody vouches for is refused", async () => {
    await expect(guardedFetch({ open: [address], totalMs: 5000 })({ url: `https://${address}/` })).rejects.toThrow(/certificate/);
    expect(asked).toEqual([]);
  });

  it("that redirects to http is not followed there", async () => {
    let plain = 0;
    speak = (socket) => {
      plain++;
      said("content-length: 2", "{}")(socket);
    };
    asked = [];
    // The certificate is vouched for by what Node was started with: so in a process of its own, without blocking the server in this one.
    const { code, err } = await strata(["read", "--allow-private", `https://${address}/posting`], { env: { NODE_EXTRA_CA_CERTS: join(dir, "cert.pem") } });
    expect({ code, asked, plain }).toEqual({ code: 4, asked: ["/posting"], plain: 0 });
    expect(err).toContain("redirects from https to http");
  });
});
