// How well postings are joined into vacancies: the labelled pairs of bench/vacancy-pairs.tsv, whose texts lie in ../shared. npm run accuracy:vacancies
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { dayNumber, dayOf } from "../src/lib/day.ts";
import { wilson } from "../src/lib/wilson.ts";
import { componentsOf, type Member } from "../src/market/vacancies/components.ts";
import { fingerprintOf } from "../src/market/vacancies/fingerprint.ts";
import { foldPlace } from "../src/market/vacancies/title.ts";
import { makeDocument } from "../src/reading/layout.ts";
import type { Posting } from "../src/terms/posting.ts";
import { rounded } from "./measure.ts";
import { keepResults, measuredOn } from "./results.ts";

const file = `${process.env.STRATA_SHARED ?? "../shared"}/data/market/postings.jsonl.gz`;

if (existsSync(file)) await measure();
else process.stdout.write(`Skipped: there is no ${file}\n`);

async function measure(): Promise<void> {
  const pairs = readFileSync("bench/vacancy-pairs.tsv", "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t") as [string, string, "same" | "other"]);
  const members = await membersOf(new Set(pairs.flatMap(([a, b]) => [a, b])));
  const joined = pairs.filter(([a, b]) => {
    const [one, other] = componentsOf([members.get(a)!, members.get(b)!]);
    return one === other;
  });
  const right = joined.filter(([, , label]) => label === "same").length;
  const same = pairs.filter(([, , label]) => label === "same").length;
  for (const [a, b, label] of pairs) if ((label === "same") !== joined.some(([x, y]) => x === a && y === b)) process.stdout.write(`${label === "same" ? "not joined" : "joined wrongly"}: ${a} ${b}\n`);
  keepResults({ vacancies: { ...measuredOn(), pairs: pairs.length, same, joined: joined.length, precision: [right / joined.length, ...wilson(right, joined.length)].map(rounded), recall: [right / same, ...wilson(right, same)].map(rounded) } });
}

async function membersOf(ids: ReadonlySet<string>): Promise<Map<string, Member>> {
  const members = new Map<string, Member>();
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const posting = JSON.parse(line) as Posting & { id: string; ats: string };
    if (!ids.has(posting.id)) continue;
    const { text, bodyStart } = makeDocument(posting);
    const day = dayOf(posting.posted_at);
    members.set(posting.id, { key: BigInt(members.size), ...fingerprintOf(posting, text.slice(bodyStart)), source: posting.ats, department: posting.department ?? null, place: foldPlace(posting.location), start: day === null ? 0 : dayNumber(day), end: null });
  }
  return members;
}
