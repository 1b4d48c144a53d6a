import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { type Market, openMarket } from "../../src/market/store.ts";
import { type App, makeApp } from "../../src/server/app.ts";
import { makeInventedMarket } from "../fixtures/invented-market.ts";

let dir: string;
let market: Market;
let app: App;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-forms-"));
  await makeInventedMarket(dir);
  market = await openMarket(dir);
  app = makeApp({ market });
});
afterAll(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

const ask = async (path: string, accept?: string) => app.request(path, { headers: accept === undefined ? {} : { accept } });
const rowsOf = async (path: string): Promise<{ role: string; n: number; share: { value: number; low: number } }[]> => ((await (await ask(path)).json()) as { rows: never[] }).rows;

test.each([
  ["nothing", undefined, "application/json"],
  ["anything", "*/*", "application/json"],
  ["what browsers ask for", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"],
  ["a form that there is not", "application/msword", "application/json"],
  ["CSV", "text/csv", "text/csv; charset=utf-8"],
  ["JSON before CSV", "text/csv;q=0.5, application/json", "application/json"],
  ["Parquet", "application/vnd.apache.parquet", "application/vnd.apache.parquet"],
])("who asks for %s gets it", async (_what, accept, type) => {
  const response = await ask("/api/market/roles", accept);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
  expect(response.headers.get("vary")?.toLowerCase()).toContain("accept");
});

test("CSV has the rows of the JSON, shares with both ends of their interval", async () => {
  const response = await ask("/api/market/roles?region=uk", "text/csv");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="strata-sample-roles.csv"');
  const [head, ...lines] = (await response.text()).trimEnd().split("\r\n");
  const columns = head!.split(",");
  const rows = await rowsOf("/api/market/roles?region=uk");
  expect(lines).toHaveLength(rows.length);
  const first = Object.fromEntries(lines[0]!.split(",").map((cell, n) => [columns[n], cell]));
  expect(first).toMatchObject({ role: rows[0]!.role, n: String(rows[0]!.n), share: String(rows[0]!.share.value), share_low: String(rows[0]!.share.low) });
});

test("Parquet has them too, and leaves no file behind", async () => {
  // A folder of its own for what is made meanwhile: others, too, make such files in the system's.
  const made = mkdtempSync(join(dir, "made-"));
  vi.stubEnv("TMPDIR", made);
  onTestFinished(() => void vi.unstubAllEnvs());
  const response = await ask("/api/market/roles", "application/vnd.apache.parquet");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="strata-sample-roles.parquet"');
  const file = join(dir, "roles.parquet");
  writeFileSync(file, new Uint8Array(await response.arrayBuffer()));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const read = (await (await connection.runAndReadAll(`SELECT role, n FROM '${file}'`)).getRowObjects()) as { role: string; n: number }[];
  connection.closeSync();
  instance.closeSync();
  expect(read).toEqual((await rowsOf("/api/market/roles")).map(({ role, n }) => ({ role, n })));
  expect(readdirSync(made)).toEqual([]);
});

const notice = async (path: string) => (await ask(path, "text/csv")).headers.get("strata-notice");

test("what must be known of a file is in its name and a header: that it is of the sample, and names that no vacancy has", async () => {
  expect(await notice("/api/market/roles")).toBe("the postings behind these figures are invented");
  expect(await notice("/api/market/roles?skill=kafka&city=%C5%81%C3%B3d%C5%BA")).toBe("the postings behind these figures are invented, Kafka is a skill that no vacancy of this market names, %C5%81%C3%B3d%C5%BA is a city that no vacancy of this market names");
});

test("where no file can be made, that is said, and nothing of our side", async () => {
  vi.stubEnv("TMPDIR", join(dir, "nowhere"));
  onTestFinished(() => void vi.unstubAllEnvs());
  const response = await ask("/api/market/roles", "application/vnd.apache.parquet");
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ error: { code: "unavailable", message: expect.stringContaining("no Parquet file can be made") } });
});

test("the ledger of claims comes in the same forms under both its addresses", async () => {
  const [one, other] = [await ask("/api/claims", "text/csv"), await ask("/api/market/claims", "text/csv")];
  expect(await one.text()).toBe(await other.text());
});

test("what is refused is refused in JSON", async () => {
  const response = await ask("/api/market/roles?layer=basement", "text/csv");
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: "bad-request" } });
});

test("the description of the API names the forms", async () => {
  const doc = (await (await ask("/openapi.json")).json()) as { paths: Record<string, { get: { responses: Record<string, { content: object }> } }> };
  for (const path of ["/api/market/skills", "/api/claims"]) expect(Object.keys(doc.paths[path]!.get.responses["200"]!.content)).toEqual(["application/json", "text/csv", "application/vnd.apache.parquet"]);
});
