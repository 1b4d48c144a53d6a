import { shortAmount } from "../lib/short-amount.ts";
import { figureText, rangeText } from "../market/claims/figure.ts";
import { type ClaimRow, claimRows } from "../market/claims/ledger.ts";
import { Verdict, verdictRule } from "../market/claims/verdict.ts";
import { askTimeOpen, type TimeOpenRow, TimeOpenQuestion } from "../market/questions/time-open.ts";
import { askTotals } from "../market/questions/totals.ts";
import type { Market } from "../market/store.ts";
import type { Layer } from "../terms/layer.ts";
import type { Region } from "../terms/place.ts";
import { type Asking, cutOf, flagsOf, sourceOf } from "./asked.ts";
import { openChart } from "./charts.ts";
import { demandSection, regionPhrase, regionSection, skillSection } from "./demand.ts";
import type { Report, Section } from "./document.ts";
import { paySection, premiumSection } from "./pays.ts";
import type { Quarter } from "./quarter.ts";
import { counted, layerNames, withInterval } from "./words.ts";

/** The market of a quarter and some regions as a report: what the published ones do, from one's own postings. The same market gives the same report. */
export async function makeReport(market: Market, { quarter, regions }: { quarter: Quarter; regions: readonly Region[] }): Promise<Report> {
  const asking: Asking = { market, quarter, regions, sources: [] };
  const { sample } = await askTotals(market);
  const sections: Section[] = [];
  // One after another, so that sources are numbered in the order of the text.
  for (const section of [demandSection, ...(regions.length > 1 ? [regionSection] : []), paySection, premiumSection, skillSection, timeSection, claimSection]) sections.push(await section(asking));
  sections.push(methods());
  const leads = sections.flatMap((section) => section.lead ?? []);
  if (leads.length > 0) sections.unshift({ title: "In short", blocks: [{ kind: "list", items: leads }] });
  return { title: `AI hiring, ${quarter.name}`, subtitle: `${regionPhrase(regions)}; postings of ${quarter.since} to ${quarter.until}`, asOf: quarter.until, sample, sections, sources: asking.sources };
}

async function timeSection(asking: Asking): Promise<Section> {
  const answer = await askTimeOpen(asking.market, TimeOpenQuestion.parse({ ...cutOf(asking), by: "layer" }));
  const source = sourceOf(asking, "Time open by layer", answer, { command: `time-open --by layer ${flagsOf(asking)}`, counted: "95 %: Greenwood, log-log scale" });
  const rows = answer.rows.filter((row) => row.curve.length > 0);
  const { undated, endedBefore, seenOnce } = answer.unwatched;
  const left = `Left out: ${counted(undated)} without a day of posting, ${counted(seenOnce)} seen on one day alone, ${counted(endedBefore)} that had ended when they were first seen.`;
  if (rows.every((row) => row.ended === 0)) return { title: "Time open", blocks: [{ kind: "text", text: `No vacancy of this quarter was seen to end, so that nothing can be said of how long they stay open. ${left}` }] };
  const until = Math.min(180, Math.max(...rows.flatMap((row) => row.curve.at(-1)!.day)));
  const steps = rows.flatMap((row) => [{ layer: row.group as Layer, day: 0, share: 1 }, ...row.curve.filter((step) => step.day <= until).map((step) => ({ layer: row.group as Layer, day: step.day, share: step.share }))]);
  const slowest = rows.filter((row) => row.median !== null).toSorted((a, b) => b.median!.value - a.median!.value)[0];
  return {
    title: "Time open",
    ...(slowest === undefined ? {} : { lead: `Open longest by the median: ${layerNames[slowest.group as Layer].toLowerCase()} work, ${medianText(slowest)} days, n = ${counted(slowest.n)} of ${counted(slowest.employers)} employers.` }),
    blocks: [
      { kind: "text", text: `Days from posting to the end of a vacancy, by Kaplan and Meier. Vacancies still open count as far as they were watched, those seen late only from then on. ${left}` },
      { kind: "figure", id: "time-open", svg: openChart(steps, until), alt: `Share of vacancies still open by day: ${rows.map((row) => `${row.group} median ${medianText(row)}`).join(", ")}`, caption: "Vacancies still open by days since posting.", sources: [source] },
      { kind: "table", columns: [{ name: "Layer" }, { name: "n", right: true }, { name: "Employers", right: true }, { name: "Ended", right: true }, { name: "Median days (95 %)", right: true }, { name: "% open at 30 (95 %)", right: true }, { name: "% open at 90 (95 %)", right: true }], widths: ["*", "auto", "auto", "auto", "auto", "auto", "auto"], rows: rows.map((row) => [layerNames[row.group as Layer], counted(row.n), counted(row.employers), counted(row.ended), medianText(row), openText(row, 30), openText(row, 90)]), sources: [source] },
    ],
  };
}

function medianText({ median, hidden }: TimeOpenRow): string {
  if (median === null) return hidden === null ? "not reached" : "–";
  return `${median.value} (${median.low ?? "–"} to ${median.high ?? "not reached"})`;
}

function openText({ open }: TimeOpenRow, days: number): string {
  const one = open.find((part) => part.days === days)!;
  return one.share === null ? "–" : withInterval(one.share, 0);
}

/** The published claims, held against all that the market holds: a quarter shows no year's change. */
async function claimSection(asking: Asking): Promise<Section> {
  const rows = await claimRows(asking.market, {});
  const [first] = rows.filter((row) => row.sql !== null);
  const source = asking.sources.length + 1;
  const totals = await askTotals(asking.market);
  asking.sources.push({ number: source, title: "Published claims", postings: totals.ai, employers: totals.employers, counted: "95 %: see each claim's command", command: "strata claims --json", sql: first === undefined ? null : "-- one query a claim: strata claims --json prints each" });
  const tally = Verdict.options.map((verdict) => `${rows.filter((row) => row.verdict === verdict).length} ${verdict}`).join(", ");
  return {
    title: "Published claims",
    lead: `Of ${rows.length} published claims: ${tally}.`,
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

function methods(): Section {
  return {
    title: "How to read this",
    blocks: [
      {
        kind: "list",
        items: [
          "Every figure has a number in brackets: the appendix names the vacancies and employers behind it, how its interval was made, the command that shows it and the query.",
          "Postings are read by their content: role and layer come from what a posting says the work is, not from its title.",
          "The postings are those of the sources of this market. Who is not among them is not in these figures.",
          `Pay is hidden below five employers. Amounts are short: ${shortAmount(184_500)} is 184,500 rounded.`,
          "A dash stands where there is no figure; unknown is never counted as zero.",
        ],
      },
    ],
  };
}
