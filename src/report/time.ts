import { askTimeOpen, type TimeOpenRow, TimeOpenQuestion } from "../market/questions/time-open.ts";
import type { Layer } from "../terms/layer.ts";
import { type Asking, cutOf, flagsOf, sourceOf } from "./asked.ts";
import { openChart } from "./charts.ts";
import type { Section } from "./document.ts";
import { front } from "./front.ts";
import { behind, counted, layerNames, withInterval } from "./words.ts";

/** How long vacancies of the quarter stay open, layer by layer. */
export async function timeSection(asking: Asking): Promise<Section> {
  const answer = await askTimeOpen(asking.market, TimeOpenQuestion.parse({ ...cutOf(asking), by: "layer" }));
  const source = sourceOf(asking, "Time open by layer", answer, { command: `time-open --by layer ${flagsOf(asking)}`, counted: "95 %: Greenwood, log-log scale" });
  const rows = answer.rows.filter((row) => row.curve.length > 0);
  const { undated, endedBefore, seenOnce } = answer.unwatched;
  const left = `Left out: ${counted(undated)} without a day of posting, ${counted(seenOnce)} seen on one day alone, ${counted(endedBefore)} that had ended when they were first seen.`;
  if (rows.every((row) => row.ended === 0)) return { title: "Time open", blocks: [{ kind: "text", text: `No vacancy of this quarter was seen to end, so that nothing can be said of how long they stay open. ${left}` }] };
  const until = Math.min(180, Math.max(...rows.flatMap((row) => row.curve.at(-1)!.day)));
  const steps = rows.flatMap((row) => [{ layer: row.group as Layer, day: 0, share: 1 }, ...row.curve.filter((step) => step.day <= until).map((step) => ({ layer: row.group as Layer, day: step.day, share: step.share }))]);
  const lead = slowestText(answer.rows);
  return {
    title: "Time open",
    leads: [lead],
    blocks: [
      { kind: "text", text: `Days from posting to the end of a vacancy, by Kaplan and Meier. Vacancies still open count as far as they were watched, those seen late only from then on. A curve ends where fewer than ten are watched. ${left} ${lead}` },
      { kind: "figure", id: "time-open", svg: openChart(steps, until), alt: `Share of vacancies still open by day: ${rows.map((row) => `${row.group} median ${medianText(row)}, n ${counted(row.n)}`).join(", ")}`, caption: "Vacancies still open by days since posting; the table has n and intervals.", sources: [source] },
      { kind: "table", columns: [{ name: "Layer" }, { name: "n", right: true }, { name: "Employers", right: true }, { name: "Ended", right: true }, { name: "Median days (95 %)", right: true }, { name: "% open at 30 (95 %)", right: true }, { name: "% open at 90 (95 %)", right: true }], widths: ["*", "auto", "auto", "auto", "auto", "auto", "auto"], rows: rows.map((row) => [layerNames[row.group as Layer], counted(row.n), counted(row.employers), counted(row.ended), medianText(row), openText(row, 30), openText(row, 90)]), sources: [source] },
    ],
  };
}

/** A layer without a median may be the slowest of all: then none is said to be. */
function slowestText(all: readonly TimeOpenRow[]): string {
  const rows = all.filter((row) => row.median !== null).toSorted((a, b) => b.median!.value - a.median!.value);
  const without = all.filter((row) => row.median === null).map((row) => `${nameOf(row)} (${row.hidden ?? "half have not ended within the days watched"}; ${behind(row)})`);
  const unknown = without.length === 0 ? "" : ` No median: ${without.join(", ")}.`;
  if (rows.length === 0) return `Of no layer a median of the days open can be told.${unknown}`;
  const { first, level } = front(rows, (row) => row.median!);
  if (level.length === 0 && without.length === 0 && rows.length > 1) return `Open longest by the median: ${told(first)}. No other interval reaches its own.`;
  const why = rows.length === 1 ? "The only median of days open" : level.length > 0 ? "Which layer's vacancies stay open longest cannot be told, the intervals of their medians overlap" : "Medians of days open";
  return `${why}: ${rows.map(told).join("; ")}.${unknown}`;
}

function told(row: TimeOpenRow): string {
  return `${nameOf(row)} ${medianText(row)} days, ${behind(row)}`;
}

function nameOf(row: TimeOpenRow): string {
  return layerNames[row.group as Layer].toLowerCase();
}

function medianText({ median, hidden }: TimeOpenRow): string {
  if (median === null) return hidden === null ? "not reached" : "–";
  return `${median.value} (${median.low ?? "–"} to ${median.high ?? "not reached"})`;
}

function openText({ open }: TimeOpenRow, days: number): string {
  const one = open.find((part) => part.days === days)!;
  return one.share === null ? "–" : withInterval(one.share, 0);
}
