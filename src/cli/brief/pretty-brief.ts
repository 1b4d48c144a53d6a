import { bandFigures } from "../../brief/band.ts";
import { levelSays } from "../../brief/level.ts";
import { roleOf, roleSays } from "../../brief/role.ts";
import { mixFrom } from "../../brief/mix-words.ts";
import { nearestSays } from "../../brief/nearest-words.ts";
import { surenessSays } from "../../brief/sureness.ts";
import { recordedSays } from "../../brief/transparency/recorded.ts";
import { percent, withInterval } from "../../brief/words.ts";
import type { Brief, BriefFinding, BriefMarket, BriefMissing, BriefQuote, PayBand, RequirementPrice } from "../../terms/brief.ts";
import type { CheckState, TransparencyResult } from "../../terms/transparency.ts";
import { layers } from "../../terms/layer.ts";
import type { Look } from "../pretty.ts";
import { fit, printable } from "../terminal.ts";
import { wrap } from "../wrap.ts";

const marks = { flag: "!!", warn: "! ", info: "· " };
const mostQuotes = 4;
/** Remote work in a large country may fall under a dozen rules: then they are named, and no more. */
const mostOpen = 3;

/** A brief for a person at a terminal: what was found with its quotes, what is missing, the rules on pay, the market. */
export function prettyBrief(brief: Brief, look: Look): string {
  const blocks = [head(brief, look), found(brief, look), missing(brief, look), transparency(brief, look), market(brief, look)];
  return blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
}

function head(brief: Brief, { paint, width }: Look): string[] {
  const { posting, reading } = brief;
  const { mix, sentences } = reading;
  const shares = mix === null ? [] : layers.filter((layer) => mix[layer] >= 0.05).toSorted((a, b) => mix[b] - mix[a]).map((layer) => `${layer} ${percent(mix[layer])}`);
  const mixed = shares.length === 0 ? [] : [...shares.slice(0, -1), `${shares.at(-1)!} (${mixFrom(sentences.length)})`];
  return [
    paint(fit(oneLine(posting.title?.trim() || "Untitled description"), width), "bold"),
    ...[[posting.company, posting.location].filter(Boolean).join(" · ")].filter((line) => line !== "").map((line) => fit(oneLine(line), width)),
    ...wrap([roleSays(brief), levelSays(reading), ...mixed].filter((part) => part !== null).join(", "), width),
    ...(brief.sure === null ? [] : wrap(`How sure that is: ${surenessSays(brief.sure)}.`, width).map((line) => paint(line, "faint"))),
    ...workLines(brief, width),
    ...(roleOf(brief).value === null && brief.likely.length > 0 ? wrap(`More likely wrong than right: say which with --role ${brief.likely[0]!.role} (or another); scorecard, interviews, pay band and prices are made for it.`, width) : []),
  ];
}

/** Where the five layers say nothing: what the sentences are about all the same. */
function workLines({ reading: { mix }, work }: Brief, width: number): string[] {
  if (work === null || mix !== null || work.spread === null) return [];
  return wrap(`Kinds of work: ${work.kinds.map(({ name, share }) => `${name} ${percent(share)}`).join(", ")} of ${work.told} sentences; conflation ${work.spread.toFixed(2)} (0 is one job, 1 two halves)`, width);
}

function found({ findings }: Brief, look: Look): string[] {
  if (findings.length === 0) return [look.paint("Findings", "bold"), "  none"];
  return [look.paint("Findings", "bold"), ...findings.flatMap((finding) => [...said(finding, look), ...finding.quotes.slice(0, mostQuotes).map((quote) => quoteLine(quote, look)), ...more(finding, look), ...sourced(finding, look), ...advised(finding, look)])];
}

function missing({ missing: gone }: Brief, look: Look): string[] {
  return gone.length === 0 ? [] : [look.paint("Not found in it", "bold"), ...gone.flatMap((one) => [...said(one, look), ...set(`looked for in: ${one.lookedIn.join(", ")}`, look, 5, true), ...advised(one, look)])];
}

function said({ severity, says }: BriefFinding | BriefMissing, look: Look): string[] {
  const [first = "", ...rest] = wrap(printable(says), look.width - 5);
  return [`  ${severity === "info" ? marks[severity] : look.paint(marks[severity], "warn")} ${first}`, ...rest.map((line) => `     ${line}`)];
}

function quoteLine({ text, of }: BriefQuote, { paint, width }: Look): string {
  const label = of === null ? "" : `${of}: `;
  return paint(fit(`     ${label}“${oneLine(text)}”`, width), "faint");
}

function more({ quotes }: BriefFinding, { paint }: Look): string[] {
  return quotes.length <= mostQuotes ? [] : [paint(`     and ${quotes.length - mostQuotes} more`, "faint")];
}

function sourced({ sources = [] }: BriefFinding, look: Look): string[] {
  return sources.flatMap(({ title, url }) => set(`source: ${title}, ${url}`, look, 5, true));
}

function advised({ advice }: BriefFinding | BriefMissing, look: Look): string[] {
  return advice === null ? [] : set(`→ ${advice}`, look, 5);
}

const states: Record<CheckState, string> = { pass: "pass", fail: "FAIL", unknown: "unknown", "not-applicable": "n. a." };

function transparency({ transparency: results, day }: Brief, look: Look): string[] {
  if (results.length === 0) return [];
  const open = results.filter((result) => result.applies === null);
  const rest = open.length > mostOpen ? open : [];
  const shown = results.filter((result) => !rest.includes(result));
  return [look.paint("Rules on pay in postings", "bold"), ...set(`As understood on the day of each review, held against the text on ${day}. Not legal advice.`, look, 2, true), ...shown.flatMap((result) => ruleLines(result, look)), ...(rest.length === 0 ? [] : set(`May hold too, which the posting does not tell (--place says it): ${rest.map((result) => result.name).join(", ")}.`, look, 2))];
}

function ruleLines(result: TransparencyResult, look: Look): string[] {
  const { name, law, applies, because, checks, source, from } = result;
  const holds = applies === null ? "may hold" : applies ? "holds" : "does not hold";
  const lines = [...set(`${name} ${holds}: ${printable(because)}.`, look, 2)];
  for (const check of checks) {
    const state = check.state === "unknown" && check.text !== "unknown" ? `unknown (text: ${states[check.text].toLowerCase()})` : states[check.state];
    lines.push(...set(`${check.letter}  ${check.name}: ${state}; ${printable(check.because)}${check.recalled ? " [rule from memory, looked up nowhere]" : ""}`, look, 5));
    for (const quote of check.quotes.slice(0, 1)) lines.push(quoteLine({ ...quote, of: null }, look).replace("     ", "        "));
  }
  lines.push(...set(`${law}${from === null ? "" : `, from ${from}`}. ${source.title}, ${recordedSays(result)} ${source.url}`, look, 5, true));
  return lines;
}

function market({ market: told }: Brief, look: Look): string[] {
  if (told === null) return [];
  const lines = [look.paint("In the market", "bold"), ...(told.sample ? set("An invented sample: figures to try it with, not to act on.", look, 2, true) : [])];
  if (told.titles.length > 0) lines.push(...told.titles.slice(0, 3).flatMap(({ figure }) => set(`${figure.what}: ${withInterval(figure)}`, look, 2)));
  if (told.band !== null) lines.push(...set(`Pay: ${told.band.because}`, look, 2), ...bandLines(told.band, look));
  if (told.years !== null) lines.push(...set(`${told.years.what}: ${withInterval(told.years)}`, look, 2));
  if (told.nearest.length > 0) lines.push("  Nearest postings", ...(told.nearestOf === null ? [] : set(nearestSays(told.nearestOf), look, 5, true)), ...told.nearest.map(({ title, employer, nearness }) => fit(`     ${percent(nearness).padStart(5)}  ${oneLine(title ?? "untitled")}${employer === null ? "" : ` · ${oneLine(employer)}`}`, look.width)));
  if (told.prices.length > 0) lines.push(...pricesOf(told, look));
  return lines;
}

function bandLines(band: PayBand, look: Look): string[] {
  return band.p50.value === null ? [] : bandFigures(band).flatMap(({ name, figure }) => set(`${name}: ${withInterval(figure)}`, look, 5, true));
}

function pricesOf({ scope, prices }: BriefMarket, look: Look): string[] {
  const known = prices.filter((price) => price.cost !== null || (price.open.with.value !== null && price.open.without.value !== null));
  const rest = prices.filter((price) => !known.includes(price));
  return [
    ...set("What each requirement goes with, what can be told from nothing first:", look, 2),
    ...(scope === null ? [] : set(scope, look, 5, true)),
    ...known.flatMap((price) => priceLines(price, look)),
    ...(rest.length === 0 ? [] : set(`Too few to tell: ${rest.map(({ name, share }) => `${name} (${withInterval(share)})`).join(", ")}.`, look, 5, true)),
  ];
}

function priceLines({ name, says }: RequirementPrice, look: Look): string[] {
  return set(`${name}: ${says}`, look, 5);
}

function set(text: string, { paint, width }: Look, indent: number, faint = false): string[] {
  return wrap(text, width - indent).map((line) => `${" ".repeat(indent)}${faint ? paint(line, "faint") : line}`);
}

function oneLine(text: string): string {
  return printable(text).replaceAll(/\s+/g, " ").trim();
}
