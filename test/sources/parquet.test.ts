import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DuckDBInstance } from "../../src/market/duckdb.ts";
import { postingsIn } from "../../src/sources/postings.ts";
import type { Found } from "../../src/terms/found.ts";

async function all(bytes: AsyncIterable<Uint8Array>, path: string | null, said: string[] = []): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of postingsIn(bytes, { path, say: (what) => said.push(what) })) found.push(one);
  return found;
}

const fromFile = (path: string, said?: string[]): Promise<Found[]> => all(createReadStream(path), path, said);

describe("Parquet", () => {
  let dir: string;
  let duck: Awaited<ReturnType<DuckDBInstance["connect"]>>;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "strata-parquet-"));
    duck = await (await DuckDBInstance.create(":memory:")).connect();
  });
  afterAll(() => {
    duck.closeSync();
    rmSync(dir, { recursive: true });
  });

  async function written(query: string, options = ""): Promise<string> {
    const path = join(dir, `t${Math.floor(performance.now() * 1000)}.parquet`);
    await duck.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
    return path;
  }


  const rows = "SELECT i AS id, 'Engineer ' || i AS \"Job Title\", '<p>Bake models, batch ' || i || '.</p>' AS job_description, TIMESTAMP '2025-10-08 12:00:00' + INTERVAL (i) DAY AS posted_at, ['Ulm', 'Lyon'] AS locations, 90000 + i AS salary_min, 100000.5::DECIMAL(12,2) AS salary_max, 'EUR' AS currency, i % 2 = 0 AS remote, {'a': 1} AS extra FROM range(5000) r(i)";

  it.each(["", ", COMPRESSION zstd", ", COMPRESSION gzip", ", COMPRESSION uncompressed", ", COMPRESSION brotli", ", COMPRESSION lz4_raw", ", ROW_GROUP_SIZE 2048"])("reads what DuckDB writes%s, and says which columns it took", async (options) => {
    const said: string[] = [];
    const found = await fromFile(await written(rows, options), said);
    expect(found.length).toBe(5000);
    expect(found[3]).toMatchObject({
      where: "row 4",
      posting: { id: "3", title: "Engineer 3", description_text: "<p>Bake models, batch 3.</p>", posted_at: "2025-10-11T12:00:00.000Z", location: "Ulm; Lyon", salary_raw: "Salary: EUR 90,003 – 100,000.5", remote: false },
    });
    expect(found.at(-1)).toMatchObject({ posting: { id: "4999" } });
    expect(said).toEqual([expect.stringMatching(/^columns taken: .*Job Title → title.*job_description → description_text.*; left: extra$/)]);
  });

  it("reads a stream that is no file, and ids larger than a number", async () => {
    const path = await written("SELECT 12345678901234567890::UBIGINT AS id, 'Bake.' AS description, NULL::VARCHAR AS title");
    expect(await all(createReadStream(path), null)).toMatchObject([{ posting: { id: "12345678901234567890", title: null } }]);
  });

  it("takes the column with the longest texts where none is called a description", async () => {
    const said: string[] = [];
    const path = await written(`SELECT 'Baker' AS title, 'Ulm' AS city, repeat('<p>Bake models.</p>', 30) AS Notes FROM range(3)`);
    expect(await fromFile(path, said)).toMatchObject([1, 2, 3].map(() => ({ posting: { title: "Baker", description_html: expect.stringMatching(/^<p>Bake/) } })));
    expect(said[0]).toContain("Notes → description_html (for its long texts)");
    expect(await fromFile(await written("SELECT 'Baker' AS title, 'short' AS Notes"))).toMatchObject([{ problem: { reason: "no column of descriptions" } }]);
  });

  it("says so of a table without rows", async () => {
    expect(await fromFile(await written("SELECT 'x' AS description WHERE false"))).toMatchObject([{ problem: { reason: "no posting in it" } }]);
  });

  it("names what is cut, damaged, or only begins like Parquet, and never throws", async () => {
    const path = await written(`${rows} LIMIT 300`);
    const whole = readFileSync(path);
    for (const share of [0.001, 0.3, 0.9, 0.999]) {
      const cut = join(dir, "cut.parquet");
      writeFileSync(cut, whole.subarray(0, whole.length * share));
      expect(await fromFile(cut)).toMatchObject([{ problem: { reason: "not Parquet", detail: expect.stringContaining("nothing was taken") } }]);
    }
    for (let i = 0; i < 400; i++) {
      const damaged = Buffer.from(whole);
      damaged[4 + ((i * 7919) % (whole.length - 8))]! ^= 1 << (i % 8);
      const file = join(dir, "damaged.parquet");
      writeFileSync(file, damaged);
      for (const one of await fromFile(file)) expect("posting" in one || one.problem.detail !== "").toBe(true);
    }
    writeFileSync(join(dir, "no.parquet"), "PAR1 is how it begins");
    expect(await fromFile(join(dir, "no.parquet"))).toMatchObject([{ problem: { reason: "not Parquet" } }]);
  }, 120_000);
});
