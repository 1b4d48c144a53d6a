// Times the market's questions over a million readings and more: npm run bench:questions [-- 1000000 10000000]. Writes into bench/results.json.
// Each cut as a ratio to a bare scan of the columns it looks at, both taken in turns in one run, so that figures travel between machines.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { questionOf, type QuestionName } from "../src/market/questions/catalogue.ts";
import { type Market, openMarket } from "../src/market/store.ts";
import { importCorpus, multiply } from "./large-market.ts";
import { rounded, type Spread, spread } from "./measure.ts";
import { keepResults, measuredOn } from "./results.ts";

type Table = "reading" | "reading_place" | "reading_skill" | "reading_pay";
type Kind = "count" | "one-role" | "quantile";
type Case = { name: string; kind: Kind; question: QuestionName; asked: Record<string, unknown>; columns: Partial<Record<Table, string>> };

const counted = "key vacancy employer role layer";
const places = "vacancy region";
const cases: readonly Case[] = [
  { name: "demand by role", kind: "count", question: "demand", asked: { by: "role" }, columns: { reading: counted } },
  { name: "demand by layer", kind: "count", question: "demand", asked: { by: "layer" }, columns: { reading: counted } },
  { name: "demand by month", kind: "count", question: "demand", asked: { by: "month" }, columns: { reading: `${counted} opened` } },
  { name: "demand by role and month", kind: "count", question: "demand", asked: { by: "role,month" }, columns: { reading: `${counted} opened` } },
  { name: "seniority", kind: "count", question: "seniority", asked: {}, columns: { reading: `${counted} seniority` } },
  { name: "domains", kind: "count", question: "domains", asked: {}, columns: { reading: `${counted} domain` } },
  { name: "employers", kind: "count", question: "employers", asked: {}, columns: { reading: counted } },
  { name: "demand by region", kind: "count", question: "demand", asked: { by: "region" }, columns: { reading: counted, reading_place: places } },
  { name: "demand by role in the UK", kind: "count", question: "demand", asked: { by: "role", country: "GB" }, columns: { reading: counted, reading_place: "vacancy country" } },
  { name: "skills", kind: "count", question: "skills", asked: {}, columns: { reading: counted, reading_skill: "key skill name need" } },
  { name: "trends of layers", kind: "count", question: "trends", asked: {}, columns: { reading: `${counted} opened` } },
  { name: "titles", kind: "count", question: "titles", asked: {}, columns: { reading: `${counted} title_key` } },
  { name: "one role by seniority", kind: "one-role", question: "demand", asked: { by: "seniority", role: "ml-engineer" }, columns: { reading: `${counted} seniority` } },
  { name: "one role by month", kind: "one-role", question: "demand", asked: { by: "month", role: "ml-engineer" }, columns: { reading: `${counted} opened` } },
  { name: "one role by region", kind: "one-role", question: "demand", asked: { by: "region", role: "ml-engineer" }, columns: { reading: counted, reading_place: places } },
  { name: "skills of one role", kind: "one-role", question: "skills", asked: { role: "ml-engineer" }, columns: { reading: counted, reading_skill: "key skill name need" } },
  { name: "pay by role", kind: "quantile", question: "pay", asked: { by: "role" }, columns: {} },
];
const most: Record<Kind, number> = { count: 15, "one-role": 10, quantile: 1.2 };
const numbers = new Set(["key", "vacancy"]);

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [1_000_000, 10_000_000]) await measure(size);

async function measure(size: number): Promise<void> {
  const dir = mkdtempSync(join(process.env.STRATA_BENCH_DIR ?? tmpdir(), "strata-bench-"));
  try {
    const market = await openMarket(dir);
    const corpus = await importCorpus(market);
    const readings = await multiply(market, size);
    const figures = await timeAll(market, size > 2_000_000 ? 3 : 5);
    await market.close();
    keepResults({ [`questionsAt${size / 1_000_000}M`]: { ...measuredOn(), corpus, readings, most, cases: figures } });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

type Figure = { kind: Kind; ms: Spread; bareMs: Spread; ratio: number; holds: boolean };

async function timeAll(market: Market, rounds: number): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  for (const one of cases) {
    const { ask, asks } = questionOf(one.question);
    const question = asks.parse(one.asked);
    const { sql, values } = await ask(market, question);
    const bare = one.kind === "quantile" ? () => market.rows(sql, values) : async () => { for (const scan of scansOf(one.columns)) await market.rows(scan); };
    const [mine, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      mine.push(await timed(() => ask(market, question)));
      theirs.push(await timed(bare));
    }
    const ratio = rounded(spread(mine).median / spread(theirs).median);
    figures[one.name] = { kind: one.kind, ms: spread(mine), bareMs: spread(theirs), ratio, holds: ratio <= most[one.kind] };
    process.stderr.write(`${one.name}: ${spread(mine).median} ms, ${ratio} of ${most[one.kind]}\n`);
  }
  return figures;
}

/** Every value of the columns is looked at once, in the cheapest way that statistics of blocks cannot answer. */
function scansOf(columns: Case["columns"]): string[] {
  return Object.entries(columns).map(([table, names]) => `SELECT ${names.split(" ").map((name) => (numbers.has(name) ? `bit_xor(${name})` : name === "opened" ? "sum(opened - DATE '2000-01-01')" : `max(${name})`)).join(", ")} FROM ${table}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
