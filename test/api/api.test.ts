import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { questionNames } from "../../src/market/questions/catalogue.ts";
import { Cut } from "../../src/market/questions/cut.ts";
import { ratesPath } from "../../src/market/rates.ts";
import { sampleSource } from "../../src/market/sample.ts";
import { type Market, openMarket } from "../../src/market/store.ts";
import { engine } from "../../src/reading/read.ts";
import { type App, makeApp } from "../../src/server/app.ts";
import { dataPlaceholder, marketPlaceholder, noncePlaceholder } from "../../src/server/files.ts";
import { attack, keyOfInvented, makeInventedMarket, whole } from "../fixtures/invented-market.ts";

let dir: string;
let market: Market;
let app: App;
const logged: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-api-"));
  const webDir = join(dir, "web");
  mkdirSync(join(webDir, "assets"), { recursive: true });
  writeFileSync(join(webDir, "index.html"), `<!doctype html><meta property="csp-nonce" nonce="${noncePlaceholder}"><meta name="strata-market" content="${marketPlaceholder}"><meta name="strata-data" content="${dataPlaceholder}"><script src="/assets/main-abc.js"></script>`);
  writeFileSync(join(webDir, "assets/main-abc.js"), "export {};");
  writeFileSync(join(webDir, "first.js"), "{}");
  await makeInventedMarket(dir);
  market = await openMarket(dir);
  app = makeApp({ market, webDir, log: (message) => logged.push(message) });
});
afterAll(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await app.request(path, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
}

describe("status", () => {
  test("says what runs and what it holds", async () => {
    const { json } = await get("/api/status");
    expect(json()).toMatchObject({ engine: expect.any(String), sample: true, totals: { postings: 182, ai: 162, employers: 25, first: "2025-01-15", last: "2025-10-15", countries: [{ country: "US" }, {}, {}, {}] } });
  });
});

describe("market", () => {
  test("says what is wrong with rates that cannot be used", async () => {
    writeFileSync(ratesPath(dir), "date,currency,per_euro\nyesterday,USD,1.2\n");
    const { status, json } = await get("/api/market/pay");
    rmSync(ratesPath(dir));
    expect(status).toBe(503);
    expect(json().error).toEqual({ code: "unavailable", message: expect.stringMatching(/rates\.csv, line 2: "yesterday" is no day.*strata rates FILE/) });
  });

  test("roles with n, employers, interval, mix, pay and skills", async () => {
    const { status, json } = await get("/api/market/roles");
    expect(status).toBe(200);
    const first = json().rows.find((row: { role: string }) => row.role === "inference-engineer");
    expect(first).toMatchObject({ role: "inference-engineer", n: 21, share: { value: expect.closeTo(0.157, 3) }, corrected: { value: expect.any(Number) }, mix: { infrastructure: expect.closeTo(0.7) }, skills: [{ name: "Python" }, {}, {}, {}] });
    expect(first.share.low).toBeLessThan(first.share.value);
    expect(json().sql).toContain("SELECT");
  });

  test.each([
    ["region=uk", 37],
    ["country=GB", 37],
    ["country=GB&country=US", 112],
    ["country=gb,us", 112],
    ["layer=infrastructure", 41],
    ["seniority=senior&role=ml-engineer", 10],
    ["since=2025-10-01", 16],
    ["region=", 182],
  ])("roles narrowed by %s", async (query, postings) => {
    expect((await get(`/api/market/roles?${query}`)).json().postings).toBe(postings);
  });

  test("the same question has the same answer, to the last byte", async () => {
    for (const question of ["roles", "layers", "skills", "pay"]) {
      const answers = new Set<string>();
      for (let i = 0; i < 4; i++) answers.add((await get(`/api/market/${question}`)).text);
      expect(answers.size).toBe(1);
    }
    const { mix } = (await get("/api/market/roles")).json().rows[0];
    for (const part of Object.values(mix as Record<string, number>)) expect(part).toBe(Number(part.toFixed(4)));
  });

  test("layers, skills and pay answer the same cut", async () => {
    expect((await get("/api/market/layers?region=uk")).json()).toMatchObject({ postings: 37, rows: [{ layer: "infrastructure" }, {}, {}, {}, {}, { layer: "outside" }] });
    expect((await get("/api/market/skills?region=uk&limit=1")).json().rows).toMatchObject([{ id: "python" }]);
    expect((await get("/api/market/pay?by=country&currency=GBP")).json().rows).toMatchObject([{ group: "GB", currency: "GBP" }]);
  });

  test.each([
    ["/api/market/roles?layer=model,basement", "layer=basement: takes infrastructure, evaluation, product, model, governance, outside"],
    ["/api/market/roles?country=England", "country=England: a country is two letters"],
    ["/api/market/roles?since=yesterday", 'since: no day is written "yesterday"; write it as in 2025-10-31'],
    ["/api/market/roles?since=2026-01-01&until=2025-12-31", "since=2026-01-01: is after until 2025-12-31: no day lies between them"],
    ["/api/market/demand?by=month&since=2026-01-01&until=2025-12-31", "since=2026-01-01: is after until 2025-12-31"],
    ["/api/postings?since=2026-01-01&until=2025-12-31", "since=2026-01-01: is after until 2025-12-31"],
    ["/api/market/skills?limit=0", "limit=0: must be a whole number from 1 to"],
    ["/api/market/pay?by=moon", "by=moon: takes all, role, layer"],
    ["/api/market/roles?foo=1", "there is no parameter foo; the parameters here are region, country"],
    ["/api/market/skills?limit=1&limit=2", "limit: must be a whole number"],
    ["/api/postings?limit=x", "limit=x: must be a whole number"],
    ["/api/market/standing", "value: must be given as a number"],
    ["/api/market/standing?value=", "value=: must be given as a number"],
    ["/api/market/standing?value=much", "value=much: must be given as a number"],
    ["/api/postings?page=2", "there is no parameter page"],
    ["/api/postings/1?foo=1", "there is no parameter foo"],
    ["/api/status?foo=1", "this address takes no parameters"],
    ["/api/postings?cursor=x", "cursor"],
    [`/api/postings/${"1".repeat(65)}`, "key"],
  ])("%s is refused by name", async (path, parameter) => {
    const { status, json } = await get(path);
    expect(status).toBe(400);
    expect(json().error).toMatchObject({ code: "bad-request", message: expect.stringContaining(parameter) });
  });
});

describe("names", () => {
  test.each([["/api/market/roles?skill=pyhton"], ["/api/market/overview?skill=pyhton"], ["/api/postings?skill=pyhton"], ["/api/market/price?require=skill:pyhton"]])("%s is refused with what may have been meant", async (path) => {
    const { status, json } = await get(path);
    expect(status).toBe(400);
    expect(json().error).toEqual({ code: "unknown-name", message: "no skill is called “pyhton”; did you mean Python?", names: [{ of: "skill", written: "pyhton", meant: ["Python"] }] });
  });

  test("what is known and in no vacancy is answered with none, and said to be", async () => {
    const { status, json } = await get("/api/market/roles?skill=kafka");
    expect(status).toBe(200);
    expect(json()).toMatchObject({ postings: 0, rows: [], absent: [{ of: "skill", value: "kafka", name: "Kafka" }] });
    expect((await get("/api/market/roles?skill=python")).json().absent).toEqual([]);
    expect((await get("/api/postings?skill=kafka")).json()).toMatchObject({ rows: [], next: null, absent: [{ of: "skill", value: "kafka", name: "Kafka" }] });
    expect((await get("/api/postings?skill=python")).json().absent).toEqual([]);
  });

  test("other names of a city are that city", async () => {
    const london = (await get("/api/market/roles?city=London")).json();
    expect(london.postings).toBeGreaterThan(0);
    for (const city of ["londres", "Londen", "LONDRA"]) expect((await get(`/api/market/roles?city=${city}`)).json()).toMatchObject({ postings: london.postings, cut: { city: ["london"] } });
  });

  test("are looked up, whatever they are of", async () => {
    expect((await get("/api/names?called=golang")).json()).toMatchObject({ found: [{ of: "skill", value: "go", name: "Go" }], meant: [] });
    expect((await get("/api/names?called=pyhton")).json()).toEqual({ found: [], meant: [{ of: "skill", name: "Python" }] });
    expect((await get("/api/names?called=EMPLOYER%201")).json()).toEqual({ found: [{ of: "employer", value: "employer 1", name: "Employer 1", here: true }], meant: [] });
    expect((await get("/api/names?called=")).status).toBe(400);
  });
});

describe("postings", () => {
  test("page by page, newest first, each once", async () => {
    const keys: string[] = [];
    let cursor = "";
    do {
      const page = (await get(`/api/postings?region=uk&limit=10${cursor}`)).json();
      keys.push(...page.rows.map((row: { key: string }) => row.key));
      cursor = page.next === null ? "" : `&cursor=${page.next}`;
    } while (cursor !== "");
    expect(keys).toHaveLength(37);
    expect(new Set(keys).size).toBe(37);
  });

  test("one with its text and its reading, each quote where it says it is", async () => {
    const { json } = await get(`/api/postings/${keyOfInvented(whole)}`);
    const { posting, text, reading, source } = json();
    expect(source).toBe(sampleSource);
    expect(posting).toMatchObject({ title: whole.title, company: whole.company });
    expect(posting).not.toHaveProperty("description_html");
    expect(text).toContain("Own the serving of our models on Kubernetes");
    const quotes = JSON.stringify(reading).matchAll(/\{"start":(\d+),"end":(\d+),"text":"((?:[^"\\]|\\.)*)"\}/g);
    const checked = [...quotes].map(([, start, end, quote]) => expect(text.slice(Number(start), Number(end))).toBe(JSON.parse(`"${quote}"`)));
    expect(checked.length).toBeGreaterThan(0);
  });

  test("hostile fields come back as JSON, word for word", async () => {
    const { headers, json } = await get(`/api/postings/${keyOfInvented(attack)}`);
    expect(headers.get("content-type")).toContain("application/json");
    expect(json().posting).toMatchObject({ title: attack.title, company: attack.company, url: attack.url });
  });

  test.each(["0", "1", "99999999999999999999", "none", "%00", "1;DROP TABLE posting"])("there is no posting %s", async (key) => {
    const { status, json } = await get(`/api/postings/${key}`);
    expect(status).toBe(404);
    expect(json().error.code).toBe("not-found");
  });
});

describe("the door", () => {
  test("names that are not ours are turned away", async () => {
    const { status, json } = await get("/api/status", { host: "evil.example" });
    expect(status).toBe(403);
    expect(json().error.code).toBe("wrong-host");
    expect((await get("/", { host: "evil.example" })).status).toBe(403);
    expect((await get("/api/status", { host: "localhost:4870" })).status).toBe(200);
  });

  test("every answer has its headers", async () => {
    for (const path of ["/", "/api/status", "/api/nothing", "/assets/main-abc.js"]) {
      const { headers } = await get(path);
      const policy = headers.get("content-security-policy")!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
    expect((await get("/api/status")).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("what is not there says so in JSON, whatever the method", async () => {
    expect((await get("/api/nothing")).json().error.code).toBe("not-found");
    expect((await app.request("/api/status", { method: "POST" })).status).toBe(404);
  });

  test("a fault inside is logged, not shown", async () => {
    const closed = makeApp({ market: { dir: "nowhere", version: "0", rows: () => Promise.reject(new Error("secret path /home/x")), kept: (_name: string, make: () => Promise<unknown>) => make() } as unknown as Market, log: (message) => logged.push(message) });
    const response = await closed.request("/api/status");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(logged.at(-1)).toContain("secret path");
  });
});

describe("the description of the API", () => {
  test("is of the package's version; the reader's stands in the status", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    const [doc, status] = [(await get("/openapi.json")).json(), (await get("/api/status")).json()];
    expect([doc.info.version, status.engine]).toEqual([version, engine]);
    expect(version).not.toBe(engine);
  });

  test.each(["roles", "overview", "layers", "demand", "employers"])("of %s says what a share is, what a corrected one is, and which to quote when", async (name) => {
    const doc = (await get("/openapi.json")).json();
    const row = doc.paths[`/api/market/${name}`].get.responses[200].content["application/json"].schema.properties.rows.items.properties;
    expect(row.share.description).toMatch(/each employer weighing no more than the cap.*To quote where /);
    expect(row.corrected.description).toMatch(/without the reader's errors.*To quote for how frequent /);
  });

  test("is OpenAPI 3.1 and names every path with its parameters", async () => {
    const doc = (await get("/openapi.json")).json();
    expect(doc.openapi).toBe("3.1.0");
    expect(Object.keys(doc.paths).toSorted()).toEqual([
      "/api/brief", "/api/brief/fetch", "/api/brief/outputs", "/api/brief/pdf", "/api/brief/rules", "/api/brief/scorecards", "/api/brief/upload", "/api/briefs", "/api/briefs/{id}", "/api/briefs/{id}/pdf", "/api/briefs/{id}/share", "/api/briefs/{id}/versions/{version}",
      "/api/claims", ...questionNames.map((name) => `/api/market/${name}`).toSorted(), "/api/names", "/api/postings", "/api/postings/{key}", "/api/postings/{key}/similar", "/api/shared-briefs/{share}", "/api/sources", "/api/sources/dropped", "/api/sources/refresh", "/api/sources/refresh/events", "/api/status",
    ]);
    const names = doc.paths["/api/market/roles"].get.parameters.map((parameter: { name: string }) => parameter.name);
    expect(names).toEqual(Object.keys(Cut.shape));
    for (const { schema } of doc.paths["/api/market/roles"].get.parameters) expect(Object.keys(schema).length).toBeGreaterThan(0);
  });
});

describe("the pages", () => {
  test.each([
    ["/", 200],
    ["/?layer=model", 200],
    ["/roles/ml-engineer", 200],
    [`/postings/${keyOfInvented(whole)}`, 200],
    ["/skills?at=kubernetes", 200],
    ["/employers?at=Employer%201", 200],
    ["/brief", 200],
    ["/nowhere", 404],
    ["/roles/wizard", 404],
    ["/postings/123", 404],
    ["/postings/%3Cscript%3E", 404],
    ["/skills?at=wizardry", 404],
    ["/employers?at=nobody", 404],
    ["/brief/shared/nothing", 404],
    ["/roles", 404],
  ])("%s is the page, with status %i", async (path, status) => {
    const page = await get(path);
    expect(page.status).toBe(status);
    expect(page.headers.get("content-type")).toContain("text/html");
  });

  test("each has a nonce of its own, the one in its policy", async () => {
    const [one, two] = [await get("/"), await get("/")];
    const nonce = /nonce="([^"]+)"/.exec(one.text)![1]!;
    expect(one.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(two.text).not.toContain(nonce);
    expect(one.headers.get("cache-control")).toBe("no-store");
  });

  test("says whose market it is", async () => {
    for (const path of ["/", "/nowhere"]) expect((await get(path)).text).toContain('<meta name="strata-market" content="sample">');
  });

  test("says how commands name it", async () => {
    for (const path of ["/", "/nowhere"]) expect((await get(path)).text).toContain(`<meta name="strata-data" content=" --data ${dir}">`);
  });

  test("hashed files are kept for a year, others are asked for again, and there are no others", async () => {
    expect((await get("/assets/main-abc.js")).headers.get("cache-control")).toContain("immutable");
    expect((await get("/first.js")).headers.get("cache-control")).toBe("no-cache");
    expect((await get("/assets/missing.js")).status).toBe(404);
    for (const path of ["/assets/../../market.duckdb", "/assets/..%2f..%2fmarket.duckdb", "/market.duckdb", "/assets/%2e%2e/%2e%2e/market.duckdb"]) {
      expect((await get(path)).text).not.toContain("DUCK");
    }
  });
});
