import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attacks } from "../fixtures/attacks.ts";
import { type FakeModel, fakeModel, opinionJson, says } from "../fixtures/model.ts";
import { line, start, said, strata, strataHere, tempDir } from "../fixtures/strata.ts";

const key = "sk-canary-key-456";
const good = opinionJson("ml-platform-engineer", "infrastructure", null, ["Run training pipelines on Kubernetes"]);
let model: FakeModel;
let dir: string;
let remove: () => void;
beforeAll(async () => {
  ({ dir, remove } = tempDir());
  model = await fakeModel(says(good));
  writeFileSync(join(dir, "posting.json"), line("p1"));
});
afterAll(() => {
  model.close();
  remove();
});
beforeEach(() => model.answer(says(good)));

const run = (args: string[], env: Record<string, string> = {}) => strata(["read", ...args], { cwd: dir, env: { ...process.env, STRATA_MODEL_URL: model.url, STRATA_MODEL_NAME: "fake", STRATA_MODEL_KEY: key, ...env } });

const runHere = (args: string[], env: Record<string, string> = {}) => strataHere(["read", ...args], { env: { STRATA_DATA: join(dir, ".strata"), STRATA_MODEL_URL: model.url, STRATA_MODEL_NAME: "fake", STRATA_MODEL_KEY: key, ...env } });

describe("strata read --opinion", () => {
  it("shows the model's view beside the reading, with its spread and what it rests on", async () => {
    const { code, out, err } = await run(["posting.json", "--opinion"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/Second opinion\n +fake, 5 runs; it does not change the reading\nRole +ML platform engineer: ML platform engineer 5 of 5 runs \(.*\)\n +“Run training pipelines on Kubernetes”\nLayer +infrastructure: infrastructure 5 of 5 runs/);
    expect(out).toMatch(/Seniority +not said: not said 5 of 5 runs/);
    expect(out).toMatch(/Spent +2500 tokens\n\nText\n/);
    expect(readdirSync(join(dir, ".strata"))).toEqual([expect.stringMatching(/^model-tokens-\d{4}-\d\d-\d\d\.txt$/)]);
  });

  it("does not change the reading by a byte", async () => {
    const alone = await runHere([join(dir, "posting.json"), "--json"]);
    const beside = await runHere([join(dir, "posting.json"), "--json", "--opinion"]);
    const { reading, opinion } = JSON.parse(beside.out) as { reading: unknown; opinion: unknown };
    expect(`${JSON.stringify(reading, null, 2)}\n`).toBe(alone.out);
    expect(opinion).toMatchObject({ model: "fake", answered: 5 });
  });

  it("gives both on each line of JSON Lines, from standard input too", async () => {
    const { code, out } = await strata(["read", "--jsonl", "--opinion"], { input: `${line("p1")}\n${line("p2")}\n`, cwd: dir, env: { ...process.env, STRATA_MODEL_URL: model.url, STRATA_MODEL_NAME: "fake", STRATA_MODEL_RUNS: "2" } });
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n").map((one) => JSON.parse(one) as unknown)).toMatchObject([{ reading: { id: "p1" }, opinion: { runs: 2, answered: 2 } }, { reading: { id: "p2" }, opinion: { answered: 2 } }]);
  });

  it("sends not one byte where it was not asked for, and none where no model is set", async () => {
    const before = model.bytes();
    expect((await run(["posting.json"])).code).toBe(0);
    const unset = await run(["posting.json", "--opinion"], { STRATA_MODEL_URL: "", OPENAI_BASE_URL: model.url, OPENAI_API_KEY: key });
    expect(unset.code).toBe(2);
    expect(unset.err).toMatch(/STRATA_MODEL_URL.*STRATA_MODEL_NAME/);
    expect(model.bytes() - before).toBe(0);
  });

  it("names a setting that is wrong, and sends nothing", async () => {
    const before = model.bytes();
    const { code, err, out } = await runHere([join(dir, "posting.json"), "--opinion"], { STRATA_MODEL_RUNS: "many" });
    expect({ code, err, out }).toEqual({ code: 4, err: "strata read: STRATA_MODEL_RUNS must be a whole number\n", out: "" });
    expect(model.bytes() - before).toBe(0);
  });

  it("reads all the same where the model is down, asks it once, and says so", async () => {
    model.answer((_, response) => void response.writeHead(503).end());
    const posting = join(dir, "posting.json");
    const { code, out, err } = await runHere([posting, posting, "--opinion"]);
    expect(code).toBe(4);
    expect(out.match(/\nText\n/g)).toHaveLength(2);
    expect(out).toMatch(/! Runs +5 of 5 without an answer: 127\.0\.0\.1:\d+ answered 503/);
    expect(err).toMatch(/^strata read: no second opinion: 127\.0\.0\.1:\d+ answered 503: it is busy/);
    expect(model.calls).toHaveLength(1);
  });

  it("says plainly that what came was garbage", async () => {
    model.answer(says("lorem ipsum"));
    const { code, out } = await runHere([join(dir, "posting.json"), "--opinion"]);
    expect(code).toBe(0);
    expect(out).toMatch(/Role +no answer\n/);
    expect(out).toMatch(/! Runs +5 of 5 without an answer: the answer was not the JSON that was asked for/);
  });

  it("lets nothing that a model writes, or quotes of a hostile posting, reach the terminal's controls; shows no key", async () => {
    const { seen, env } = { seen: [] as string[], env: { STRATA_MODEL_RUNS: "1" } };
    for (const { name, hidden, obeyed } of attacks.filter(({ name: one }) => /screen|title|clipboard|link|C1|carriage|direction/.test(one))) {
      writeFileSync(join(dir, "hostile.json"), line("p1", { description_html: undefined, description_text: `Run training pipelines on Kubernetes.\n${hidden}` }));
      model.answer(says(obeyed));
      const { out, err } = await runHere([join(dir, "hostile.json"), "--opinion"], env);
      expect({ name, wrong: `${out}${err}`.match(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu) }).toEqual({ name, wrong: null });
      expect(`${out}${err}`).not.toContain(key);
      seen.push(name);
    }
    expect(seen).toHaveLength(8);
  });
});

describe("strata start", () => {
  it("says that a model is set, without its key, and asks it when a posting's opinion is asked for", async () => {
    const data = join(dir, "market");
    await strata(["import", "--data", data, join(dir, "posting.json")]);
    const running = start(["start", "--port", "0", "--data", data], { env: { ...process.env, STRATA_MODEL_URL: model.url, STRATA_MODEL_NAME: "fake", STRATA_MODEL_KEY: key } });
    const url = await said(running, /http:\/\/127\S+/);
    const { rows } = (await (await fetch(`${url}/api/postings`)).json()) as { rows: { key: string }[] };
    const { opinion } = (await (await fetch(`${url}/api/postings/${rows[0]!.key}/opinion`, { method: "POST" })).json()) as { opinion: unknown };
    running.child.kill("SIGTERM");
    const { code, err } = await running.ended;
    expect(opinion).toMatchObject({ answered: 5, role: { value: "ml-platform-engineer" } });
    expect(code).toBe(0);
    expect(err).toContain(`Second opinions may be asked of fake at 127.0.0.1:${model.port}, for at most 500,000 tokens a day`);
    expect(err).not.toContain(key);
    expect(existsSync(data)).toBe(true);
  });
});
