import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockPath, thisHolder } from "../../src/market/lock.ts";
import { readingTables } from "../../src/market/schema.ts";
import { openMarket } from "../../src/market/store.ts";
import { bin, line, start, strata, strataHere, tempDir } from "../fixtures/strata.ts";

let dir: string;
let remove: () => void;
let data: string;
beforeEach(() => {
  ({ dir, remove } = tempDir());
  data = join(dir, "data");
});
afterEach(() => remove());

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
}

const importing = (...files: string[]) => strata(["import", "--data", data, ...files]);
const importingHere = (...files: string[]) => strataHere(["import", "--data", data, ...files]);

it("listens for Ctrl-C no longer than it works, also where the store is held", async () => {
  const before = process.listenerCount("SIGINT");
  mkdirSync(data);
  writeFileSync(join(data, "market.duckdb"), "");
  writeFileSync(lockPath(data), JSON.stringify(thisHolder("start", new Date(), data)));
  expect(await importingHere(file("a.jsonl", line("a")))).toMatchObject({ code: 5 });
  expect(process.listenerCount("SIGINT")).toBe(before);
});

/** All that a store holds, to set two of them side by side. */
async function everything(at: string): Promise<unknown[][]> {
  const market = await openMarket(at, { readOnly: true });
  const tables = await Promise.all(["posting", ...readingTables].map((table) => market.rows(`FROM ${table} ORDER BY ALL`)));
  await market.close();
  return tables;
}

const many = (n: number): string => Array.from({ length: n }, (_, i) => line(`p${i}`, { company: `Firm ${i % 40}`, description_text: `Posting ${i}.`, description_html: `<p>Train models with PyTorch, ${i}. ${"We bake, we train, we serve. ".repeat(30)}</p>` })).join("\n");

describe("strata import", () => {
  it("stores the same however many workers read", async () => {
    const path = file("postings.jsonl", many(3000));
    const stores: unknown[][][] = [];
    for (const workers of ["1", "3"]) {
      const at = join(dir, `by-${workers}`);
      expect(await strata(["import", "--data", at, "--workers", workers, path])).toMatchObject({ code: 0 });
      stores.push(await everything(at));
    }
    expect(stores[0]![0]).toHaveLength(3000);
    expect(stores[1]).toEqual(stores[0]);
  });

  it("says what is new, and the second time that nothing changed", async () => {
    const path = file("postings.jsonl", many(300));
    const first = await importing(path);
    expect(first).toMatchObject({ code: 0, out: "300 in the files: 300 new, 0 changed, 0 unchanged.\n" });
    const before = await everything(data);
    expect(before[0]).toHaveLength(300);
    expect(await importing(path)).toMatchObject({ code: 0, out: "300 in the files: 0 new, 0 changed, 300 unchanged.\nNothing changed in the market.\n" });
    expect(await everything(data)).toEqual(before);
  });

  it("takes a file called sample for what it is, and refuses the invented sample's own name", async () => {
    await importingHere(file("sample.jsonl", line("1")));
    await importingHere(file("other.jsonl", line("2")));
    const [postings] = await everything(data);
    expect(postings!.map((row) => (row as { source: string }).source).toSorted()).toEqual(["other", "sample"]);
    expect(await importingHere(file("other.jsonl", line("2")), "--source", "strata/sample")).toMatchObject({ code: 2, err: expect.stringContaining("the name of the invented sample") });
  });

  it("takes several files of any format at once, and standard input", async () => {
    const files = [
      file("a.jsonl", `${line("1")}\n${line("2")}\n`),
      file("b.csv", "title,description\nBaker,Bake models.\n"),
      file("c.json", JSON.stringify([{ id: "l1", text: "Agent Engineer", categories: {}, hostedUrl: "https://jobs.lever.co/invented/l1", description: "Build agents." }])),
      file("d.jsonl.gz", gzipSync(line("9"))),
    ];
    const { code, out, err } = await strata(["import", "--data", data, ...files, "-"], { input: line("from a pipe") });
    expect({ code, out }).toEqual({ code: 0, out: "6 in the files: 6 new, 0 changed, 0 unchanged.\n" });
    expect(err).toContain("b.csv: columns taken: title, description → description_text");
    const [postings] = await everything(data);
    expect(postings!.map((row) => (row as { source: string }).source).toSorted()).toEqual(["a", "a", "b", "d", "lever:invented", "stdin"]);
  });

  it("prints its summary as JSON", async () => {
    const { out } = await strataHere(["import", "--json", "--data", data, file("a.jsonl", `${line("1")}\n{broken\n`)]);
    expect(JSON.parse(out)).toMatchObject({ read: 1, added: 1, failed: 1, problems: { "not JSON": { n: 1, examples: [{ where: expect.stringContaining("a.jsonl: line 2") }] } } });
  });

  it("names what it could not read, file and line, keeps the rest, and shows five examples of each kind", async () => {
    const lines = [line("1"), ...Array.from({ length: 7 }, () => "{broken"), line("9", { description_html: "" }), line("10", { description_html: "x".repeat(50_000_000) }), line("11")];
    const { code, out } = await importing(file("mixed.jsonl", lines.join("\n")), file("cut.json", '{"jobs":[{"id":"a'), join(dir, "missing.json"), dir, file("empty.csv", ""), file("other.jsonl", line("12")));
    expect(code).toBe(4);
    expect(out).toContain("16 in the files: 3 new, 0 changed, 0 unchanged, 13 not read.\nNot read:\n");
    expect(out).toMatch(/7 {2}not JSON\n {10}\S*mixed\.jsonl: line 2: .*\n(.*\n){4} {10}… and 2 more/);
    expect(out).toMatch(/mixed\.jsonl: line 9: "ML Platform Engineer": neither/);
    expect(out).toMatch(/longer than 8 MB\n.*mixed\.jsonl: line 10:/);
    expect(out).toMatch(/cut off\n.*cut\.json: line 1, column \d+: .*nothing was taken from this file/);
    expect(out).toMatch(/no such file\n.*missing\.json/);
    expect(out).toMatch(/a directory\n.*give the files in it/);
    expect(out).toMatch(/empty\n.*empty\.csv/);
    expect((await everything(data))[0]).toHaveLength(3);
  });

  it("adds up where an id is used twice", async () => {
    const path = file("twice.jsonl", [line("1"), line("2"), line("1"), line("1", { title: "Other" }), "{broken"].join("\n"));
    expect(await importing(path)).toMatchObject({ code: 3, out: expect.stringMatching(/^5 in the files: 2 new, 0 changed, 0 unchanged, 1 repeated, 2 not read\.\n/) });
    expect(await importing(path)).toMatchObject({ code: 3, out: expect.stringMatching(/^5 in the files: 0 new, 0 changed, 2 unchanged, 1 repeated, 2 not read\.\n/) });
  });

  it("names a CSV row that is cut, and does not take it", async () => {
    const path = file("cut.csv", "title,company,description\nML Engineer,Firm,We train models, and more, in Ulm\n");
    expect(await importingHere(path)).toMatchObject({ code: 3, out: expect.stringContaining("cut.csv: line 2: 5 columns, the header has 3: quote texts that hold a comma") });
  });

  it.skipIf(process.getuid?.() === 0)("names a file that may not be read", async () => {
    const path = file("secret.jsonl", line("1"));
    chmodSync(path, 0);
    expect(await importing(path)).toMatchObject({ code: 4, out: expect.stringContaining("not readable") });
  });

  it("shows which columns would be taken, and imports nothing", async () => {
    const { code, out } = await importingHere(file("show.csv", "Rolle,title,Beschreibung\nx,Baker,Bake models.\n"), file("none.csv", "title,city\nBaker,Ulm\n"), "--columns");
    expect(code).toBe(3);
    expect(out).toMatch(/show\.csv: columns taken: .*title.*Beschreibung → description_text; left: Rolle\n/);
    expect(out).toMatch(/none\.csv: columns taken: title, city\n.*none\.csv: line 1: no column of descriptions/);
    expect(out).not.toContain("new");
  });

  it("stores hostile postings as they are, and reads them", async () => {
    const bodies = ["<div>".repeat(100_000), "a\ud800b \u0000", "=cmd|' /C calc'!A0", "'; DROP TABLE posting; --"];
    const path = file("hostile.jsonl", bodies.map((body, i) => line(`h${i}`, { title: body.slice(0, 30), company: body.slice(0, 30), description_html: body })).join("\n"));
    // The first has tags only: no posting to read, but one that is kept.
    expect(await importing(path)).toMatchObject({ code: 0, out: expect.stringContaining("4 new") });
    expect(await importing(path)).toMatchObject({ code: 0, out: expect.stringContaining("Nothing changed") });
  });

  it("comes to the same market after kill -9 at any time and the same command again", async () => {
    const path = file("postings.jsonl", many(9000));
    const clean = join(dir, "clean");
    expect(await strata(["import", "--data", clean, path])).toMatchObject({ code: 0 });
    let killed = 0;
    for (const delay of [150, 700, 1100, 40, 400, 900]) {
      const { child, ended } = start(["import", "--data", data, path]);
      // From when the store is there on: the time before it is the same in every run.
      while (child.exitCode === null && !existsSync(join(data, "strata.lock"))) await wait(10);
      await wait(delay);
      child.kill("SIGKILL");
      if ((await ended).signal === "SIGKILL") killed++;
    }
    expect(killed).toBeGreaterThan(0);
    expect(await importing(path)).toMatchObject({ code: 0, out: expect.stringMatching(/^9,000 in the files: /) });
    expect(await everything(data)).toEqual(await everything(clean));
    expect(await importing(path)).toMatchObject({ code: 0, out: expect.stringContaining("Nothing changed") });
  }, 300_000);

  it("stops at Ctrl-C with what it has, and says how to go on", async () => {
    const { child, ended } = start(["import", "--data", data, "-"], { input: null });
    child.stdin!.write(`${many(200)}\n`);
    while (!existsSync(join(data, "strata.lock"))) await wait(20);
    await wait(500);
    child.kill("SIGINT");
    // Were all read by the time that the signal is seen, nothing would be left to go on with.
    await wait(500);
    child.stdin!.end(`${line("last")}\n`);
    expect(await ended).toMatchObject({ code: 130, out: expect.stringContaining("run the same command again") });
    expect(existsSync(join(data, "strata.lock"))).toBe(false);
  });

  // A limit on file size stands in for a full disk: the write fails in the same place, with EFBIG for ENOSPC, and needs no file system of its own.
  it("keeps whole batches when there is no room left, and goes on when there is", async () => {
    const path = file("postings.jsonl", Array.from({ length: 6000 }, (_, i) => line(`p${i}`, { description_html: `<p>${i} ${Math.sin(i)} ${"Bake. ".repeat(400)}</p>` })).join("\n"));
    const full = spawnSync("bash", ["-c", `ulimit -f 9000; exec "$0" "$@"`, process.execPath, bin, "import", "--data", data, path], { encoding: "utf8" });
    expect(full.stderr).toMatch(/There is no room left for the market .*\n\d+ postings of this import are stored/);
    expect(full.status).toBe(4);
    const stored = Number(/(\d+) postings of this import are stored/.exec(full.stderr)![1]);
    expect((await everything(data))[0]).toHaveLength(stored);
    expect(await importing(path)).toMatchObject({ code: 0, out: `6,000 in the files: ${(6000 - stored).toLocaleString("en-US")} new, 0 changed, ${stored.toLocaleString("en-US")} unchanged.\n` });
  });

  it("says who holds the market, and how to go on", async () => {
    const { child, ended } = start(["import", "--data", data, "-"], { input: null });
    while (!existsSync(join(data, "strata.lock"))) await wait(20);
    const { code, out, err } = await importing(file("a.jsonl", line("1")));
    expect({ code, out }).toEqual({ code: 5, out: "" });
    expect(err).toContain(`in use by "strata import" (process ${child.pid} on `);
    expect(err).toContain("End the other");
    expect(await strata(["market", "--data", data])).toMatchObject({ code: 5, err: expect.stringContaining(`process ${child.pid}`) });
    child.kill("SIGKILL");
    await ended;
    expect(await importing(file("a.jsonl", line("1")))).toMatchObject({ code: 0 });
  });

  it.each<[string, () => string]>([
    ["a file", () => file("data", "")],
    ["inside a file", () => join(file("data", ""), "deeper")],
  ])("says so where the data directory is %s", async (_, at) => {
    expect(await strataHere(["import", "--data", at(), file("a.jsonl", line("1"))])).toMatchObject({ code: 4, out: "", err: expect.stringContaining("--data DIR") });
  });

  it("keeps a damaged store as it is", async () => {
    mkdirSync(data);
    writeFileSync(join(data, "market.duckdb"), "damaged ".repeat(2000));
    expect(await importingHere(file("a.jsonl", line("1")))).toMatchObject({ code: 4, err: expect.stringMatching(/market\.duckdb cannot be opened.*Nothing was changed/s) });
    expect(readFileSync(join(data, "market.duckdb"), "utf8")).toContain("damaged");
    expect(readdirSync(data)).toEqual(["market.duckdb"]);
  });

  it("uses .strata in the current directory, or STRATA_DATA", async () => {
    const path = file("a.jsonl", line("1"));
    expect(await strata(["import", path], { cwd: dir })).toMatchObject({ code: 0 });
    expect(existsSync(join(dir, ".strata/market.duckdb"))).toBe(true);
    expect(await strata(["import", path], { cwd: dir, env: { STRATA_DATA: join(dir, "elsewhere") } })).toMatchObject({ code: 0 });
    expect(existsSync(join(dir, "elsewhere/market.duckdb"))).toBe(true);
  });
});
