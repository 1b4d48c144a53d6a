import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Market, openMarket } from "../../src/market/store.ts";
import { giveOpinion } from "../../src/opinion/opinion.ts";
import { opinionSettings } from "../../src/opinion/settings.ts";
import { keepSpend } from "../../src/opinion/spend.ts";
import { type App, makeApp } from "../../src/server/app.ts";
import { attacks, canary } from "../fixtures/attacks.ts";
import { attack, keyOfInvented, makeInventedMarket, whole } from "../fixtures/invented-market.ts";
import { type FakeModel, fakeModel, opinionJson, says } from "../fixtures/model.ts";

let dir: string;
let market: Market;
let model: FakeModel;
let app: App;
let plain: App;
const logged: string[] = [];
const good = opinionJson("inference-engineer", "infrastructure", "senior", ["Own the serving of our models on Kubernetes"]);
const address = `/api/postings/${keyOfInvented(whole)}/opinion`;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-api-opinion-"));
  await makeInventedMarket(dir);
  market = await openMarket(dir);
  model = await fakeModel(says(good));
  const settings = opinionSettings({ STRATA_MODEL_URL: model.url, STRATA_MODEL_NAME: "fake" })!;
  const spend = keepSpend(dir, 5_000_000, () => new Date());
  app = makeApp({ market, log: (message) => logged.push(message), askOpinion: (text) => giveOpinion(settings, text, { spend }) });
  plain = makeApp({ market });
});
afterAll(async () => {
  await market.close();
  model.close();
  rmSync(dir, { recursive: true });
});

const post = (path: string, headers: Record<string, string> = {}) => app.request(path, { method: "POST", headers });

async function served(): Promise<string> {
  return (await app.request(address.replace("/opinion", ""))).text();
}

/** All that the store says of postings and readings. */
async function stored(): Promise<string> {
  const there = (await market.rows<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'main'")).map(({ name }) => name);
  expect(there).toEqual(expect.arrayContaining(["posting", "reading"]));
  const rows = await Promise.all(there.toSorted().map(async (name) => (await market.rows<{ row: string }>(`SELECT ${name}::VARCHAR AS row FROM ${name} ORDER BY ALL`)).map(({ row }) => row).join("\n")));
  return rows.join("\n\n");
}

describe("where no model is set", () => {
  test("there is no such address, it is not described, and not one byte leaves", async () => {
    const before = model.bytes();
    for (const method of ["GET", "POST"]) expect((await plain.request(address, { method })).status).toBe(404);
    await plain.request(address.replace("/opinion", ""));
    expect(await (await plain.request("/openapi.json")).text()).not.toContain("opinion");
    expect(model.bytes() - before).toBe(0);
  });
});

describe("where one is set", () => {
  test("looking asks nothing of the model; POST does; then it can be looked at", async () => {
    const before = model.bytes();
    const none = await app.request(address);
    expect([none.status, model.bytes() - before]).toEqual([404, 0]);
    expect(await none.text()).toContain("POST to this address");
    const asked = await post(address);
    expect(asked.status).toBe(200);
    const body = await asked.json();
    expect(body).toMatchObject({ key: keyOfInvented(whole), opinion: { model: "fake", answered: 5, role: { value: "inference-engineer", spread: 0, evidence: [{ text: "Own the serving of our models on Kubernetes" }] }, seniority: { value: "senior" } } });
    expect(await (await app.request(address)).json()).toEqual(body);
    expect(await (await app.request("/openapi.json")).text()).toContain("/api/postings/{key}/opinion");
  });

  test("who asks for the same at once is answered by the same runs; a third posting waits its turn", async () => {
    model.answer((call, response, n) => void setTimeout(() => says(good)(call, response, n), 30));
    const [first, same, other] = [post(address), post(address), post(address.replace(keyOfInvented(whole), keyOfInvented(attack)))];
    expect((await Promise.all([first, same, other])).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(model.calls).toHaveLength(10);
  });

  test("a page elsewhere cannot spend; Strata's own page can", async () => {
    model.answer(says(good));
    const foreign: Record<string, string>[] = [{ origin: "https://evil.example" }, { origin: "null" }, { origin: "http://localhost:1", host: "localhost:2" }];
    for (const headers of foreign) {
      const { status } = await post(address, headers);
      expect({ headers, status }).toEqual({ headers, status: 403 });
    }
    expect(model.calls).toHaveLength(0);
    expect((await post(address, { origin: "http://localhost", host: "localhost" })).status).toBe(200);
  });

  test.each([["/api/postings/1/opinion", 404], ["/api/postings/x/opinion", 404], [`${address}?runs=100`, 400]])("%s is answered %i and costs nothing", async (path, status) => {
    model.answer(says(good));
    expect((await post(path)).status).toBe(status);
    expect(model.calls).toHaveLength(0);
  });

  test("a model that obeys all fifty attacks changes no byte of what is stored, nor of a reading that is served", async () => {
    const before = await stored();
    const reading = await served();
    for (const { obeyed, tool } of attacks) {
      model.answer(says(tool === undefined ? obeyed : null, 500, tool === undefined ? {} : { message: { tool_calls: [{ id: "1", type: "function", function: { name: tool, arguments: obeyed } }] } }));
      for (const posting of [whole, attack]) {
        const answer = await post(`/api/postings/${keyOfInvented(posting)}/opinion`);
        expect(answer.status).toBe(200);
        expect(await answer.text()).not.toContain(canary);
      }
    }
    expect(await served()).toBe(reading);
    expect(await stored()).toBe(before);
    expect(logged).toEqual([]);
  });

  test("a model that is down is an answer too, and the rest serves on", async () => {
    model.answer((_, response) => void response.writeHead(500).end(canary));
    const answer = await post(address);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ opinion: { answered: 0, role: { value: null, abstains: true }, failures: [{ why: "busy", n: 5 }] } });
    expect(text).not.toContain(canary);
    expect((await app.request(address.replace("/opinion", ""))).status).toBe(200);
  });
});
