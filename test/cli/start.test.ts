import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { makeInventedMarket } from "../fixtures/invented-market.ts";
import { start, said, startStrata } from "../fixtures/strata.ts";

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-start-"));
  await makeInventedMarket(dir);
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true }));

describe("strata start", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("serves the page and the API, says where and how to come to one's own market, and closes on %s with everything put away", async (signal) => {
    const strata = await startStrata(["--data", dir]);
    expect((await fetch(strata.url)).headers.get("content-type")).toContain("text/html");
    expect(await (await fetch(`${strata.url}/api/status`)).json()).toMatchObject({ sample: true, totals: { postings: 182 } });
    expect(existsSync(join(dir, "strata.lock"))).toBe(true);
    strata.child.kill(signal);
    const { code, out } = await strata.ended;
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(5);
    expect(out).toContain(`To see your own market instead: follow boards on ${strata.url}/sources, or from another terminal: strata add ashby:NAME --data ${dir}`);
    expect(out).toContain("The first real posting takes the sample out for good.");
    expect(out).toContain(`Strata serves ${strata.url}`);
    expect(out).toContain("182 postings of 25 employers");
    expect(existsSync(join(dir, "strata.lock"))).toBe(false);
    expect(existsSync(join(dir, "market.duckdb.wal"))).toBe(false);
  });

  test("ends with the npm start that is told to: npm tells only the shell between them", async () => {
    const npm = spawn("npm", ["start", "--silent", "--", "--port", "0", "--data", dir], { stdio: ["ignore", "pipe", "ignore"], detached: true });
    // What this is to show may not hold: no server is left behind then, nor where it never says where it serves.
    onTestFinished(() => endGroup(npm.pid!));
    const url = await new Promise<string>((resolve) => npm.stdout.on("data", (chunk: Buffer) => /http:\/\/\S+/.exec(String(chunk))?.forEach(resolve)));
    npm.kill("SIGTERM");
    await once(npm, "close");
    await expect.poll(() => existsSync(join(dir, "strata.lock")), { timeout: 10_000 }).toBe(false);
    await expect(fetch(url)).rejects.toThrow();
  });

  test("a request under way when it is told to stop is answered", async () => {
    const strata = await startStrata(["--data", dir]);
    // Connected, with the request half sent: the rest follows after the signal.
    const asking = request(`${strata.url}/api/market/roles`, { method: "GET", headers: { connection: "keep-alive", expect: "100-continue" } });
    const status = new Promise<number | undefined>((resolve, reject) => asking.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject));
    await new Promise<void>((resolve) => asking.on("continue", resolve).flushHeaders());
    strata.child.kill("SIGTERM");
    asking.end();
    expect(await status).toBe(200);
    expect((await strata.ended).code).toBe(0);
  });

  test("a market that is served is not served twice, and the second says by whom and where", async () => {
    const strata = await startStrata(["--data", dir]);
    const second = await start(["start", "--port", "0", "--data", dir]).ended;
    expect(second.code).toBe(5);
    expect(second.err).toContain(`process ${strata.child.pid}`);
    expect(second.err).toContain(strata.url);
    expect((await strata.stop()).code).toBe(0);
  });

  test("a port that is taken is named with what holds it and with another to take", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { code, err } = await start(["start", "--port", String(port), "--data", dir]).ended;
    server.close();
    expect(code).toBe(4);
    expect(err).toContain(`Port ${port} is held by`);
    if (process.platform === "linux") expect(err).toContain(`process ${process.pid}: `);
    expect(err).toContain(`strata start --port ${port + 1} --data ${dir}`);
  });

  test.each([
    [["--port", "99999"], 2, "0 to 65535"],
    [["--port", "many"], 2, "0 to 65535"],
    [["--host", "203.0.113.9", "--port", "0"], 4, "no address of this machine"],
  ])("%j is refused", async (args, code, message) => {
    const ended = await start(["start", ...args, "--data", dir]).ended;
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(message);
  });

  test("listening for others says so, and answers under addresses only", async () => {
    const strata = start(["start", "--host", "0.0.0.0", "--port", "0", "--data", dir]);
    const port = /:(\d+)/.exec(await said(strata, /serves http:\/\/\S+/))![1];
    expect(strata.said()).toContain("Careful: anyone");
    const statusUnder = (host: string) => new Promise((resolve, reject) => request(`http://127.0.0.1:${port}/api/status`, { headers: { host } }, (response) => resolve(response.resume().statusCode)).on("error", reject).end());
    expect(await statusUnder(`127.0.0.1:${port}`)).toBe(200);
    expect(await statusUnder("evil.example")).toBe(403);
    strata.child.kill("SIGTERM");
    expect((await strata.ended).code).toBe(0);
  });

  test("an empty market is filled with the sample; told to stop on the way it stops, and the next start ends the work", async () => {
    const empty = mkdtempSync(join(tmpdir(), "strata-first-"));
    const first = start(["start", "--port", "0", "--data", empty]);
    await said(first, /Filling/);
    first.child.kill("SIGTERM");
    const { code, out } = await first.ended;
    expect(code).toBe(0);
    expect(out).toBe("");
    expect(existsSync(join(empty, "strata.lock"))).toBe(false);
    const second = await startStrata(["--data", empty]);
    const { sample, totals } = (await (await fetch(`${second.url}/api/status`)).json()) as { sample: boolean; totals: { postings: number; employers: number } };
    expect(sample).toBe(true);
    expect(totals.postings).toBeGreaterThan(1500);
    expect((await second.stop()).out).toContain("An invented sample");
    const third = await startStrata(["--data", empty]);
    expect(await third.stop()).toMatchObject({ code: 0, err: "" });
    rmSync(empty, { recursive: true });
  });

  test("an empty market may stay empty", async () => {
    const empty = mkdtempSync(join(tmpdir(), "strata-empty-"));
    const strata = await startStrata(["--no-sample", "--data", empty]);
    expect(await (await fetch(`${strata.url}/api/status`)).json()).toMatchObject({ sample: false, totals: { postings: 0 } });
    expect((await strata.stop()).out).toContain("The market is empty");
    rmSync(empty, { recursive: true });
  });
});

/** Ends a process that was started detached, with all that it started. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
