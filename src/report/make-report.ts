import { roundMoney } from "../lib/money.ts";
import { figureText, rangeText } from "../market/claims/figure.ts";
import { type ClaimRow, claimRows } from "../market/claims/ledger.ts";
import { Verdict, verdictRule } from "../market/claims/verdict.ts";
import { sizeOf } from "../market/questions/answer.ts";
import { Cut, whereOfAi } from "../market/questions/cut.ts";
import { askTotals, type Totals } from "../market/questions/totals.ts";
import type { Market } from "../market/store.ts";
import type { Region } from "../terms/place.ts";
import { type Asking } from "./asked.ts";
import { demandSection } from "./demand.ts";
import type { Report, Section } from "./document.ts";
import { paySection, premiumSection } from "./pays.ts";
import type { Quarter } from "./quarter.ts";
import { regionSection } from "./regions.ts";
import { skillSection } from "./skills.ts";
import { timeSection } from "./time.ts";
import { counted, regionPhrase } from "./words.ts";

/** The market of a quarter and some regions as a report: what the published ones do, from one's own postings. The same market gives the same report. */
export async function makeReport(market: Market, { quarter, regions }: { quarter: Quarter; regions: readonly Region[] }): Promise<Report> {
  const asking: Asking = { market, quarter, regions, sources: [] };
  const totals = await askTotals(market);
  const sections: Section[] = [];
  // One after another, so that sources are numbered in the order of the text.
  for (const section of [demandSection, ...(regions.length > 1 ? [regionSection] : []), paySection, premiumSection, skillSection, timeSection, claimSection]) sections.push(await section(asking));
  sections.push(methods(totals));
  const leads = sections.flatMap((section) => section.leads ?? []);
  if (leads.length > 0) sections.unshift({ title: "In short", blocks: [{ kind: "list", items: leads }] });
  return { title: `AI hiring, ${quarter.name}`, subtitle: `${regionPhrase(regions)}; postings of ${quarter.since} to ${quarter.until}`, asOf: quarter.until, sample: totals.sample, sections, sources: asking.sources };
}

/** The published claims, held against all that the market holds: a quarter shows no year's change. */
async function claimSection(asking: Asking): Promise<Section> {
  const rows = await claimRows(asking.market, {});
  const [first] = rows.filter((row) => row.sql !== null);
  const source = asking.sources.length + 1;
  // Of employers that hire outside AI alone no claim is told.
  const { postings, employers } = await sizeOf(asking.market, whereOfAi(Cut.parse({})));
  asking.sources.push({ number: source, title: "Published claims", postings, employers, counted: "95 %: see each claim's command", command: "strata claims --json", sql: first === undefined ? null : "-- one query a claim: strata claims --json prints each" });
  const tally = Verdict.options.map((verdict) => `${rows.filter((row) => row.verdict === verdict).length} ${verdict}`).join(", ");
  return {
    title: "Published claims",
    leads: [`Of ${rows.length} published claims, held against all postings of this market and not of the quarter alone: ${tally}.`],
    blocks: [
      { kind: "text", text: `What reports of 2026 say, held against all postings of this market (a quarter shows no year's change): ${tally}. ${verdictRule.replaceAll("\n", " ")}` },
      { kind: "table", columns: [{ name: "Claim" }, { name: "Verdict" }, { name: "Figure (95 %)", right: true }, { name: "n", right: true }, { name: "Employers", right: true }], widths: ["*", 70, 105, "auto", "auto"], rows: Verdict.options.flatMap((verdict) => rows.filter((row) => row.verdict === verdict)).map(claimCells), sources: [source] },
    ],
  };
}

function claimCells(row: ClaimRow): string[] {
  const claimed = rangeText(row);
  const taken = row.takenAs === null ? "" : ` Taken as: ${row.takenAs}.`;
  const figure = row.value === null ? row.because : `${figureText(row)}${claimed === null ? "" : `; claimed ${claimed}`}`;
  return [`${row.says} (${row.source.publisher ?? row.source.title}).${taken}`, row.verdict, figure, row.n === null ? "–" : counted(row.n), row.employers === null ? "–" : counted(row.employers)];
}

function methods({ postings, vacancies, sources, first, last }: Totals): Section {
  return {
    title: "How to read this",
    blocks: [
      {
        kind: "list",
        items: [
          "Every figure has a number in brackets: the appendix names the vacancies and employers behind it, how its interval was made, the command that shows it and its query.",
          "Postings are read by their content: role and layer come from what a posting says the work is, not from its title.",
          `This market holds ${counted(postings)} postings, copies and reposts joined to ${counted(vacancies)} vacancies, of ${counted(sources)} ${sources === 1 ? "source" : "sources"}${first === null ? "" : `, posted ${first} to ${last}`}. Who is not among these sources is not in these figures.`,
          "A sentence ranks only where intervals do not meet. That is stricter than a test of the difference: what is not ranked may differ all the same.",
          `Pay is hidden below five employers. Amounts are short: ${roundMoney(184_500, "USD")} is $184,500 rounded.`,
          "A dash stands where there is no figure; unknown is never counted as zero.",
        ],
      },
    ],
  };
}
