import { bandFigures } from "../brief/band.ts";
import { roleSays } from "../brief/role.ts";
import { hiddenSays } from "../brief/seen.ts";
import { surenessSays } from "../brief/sureness.ts";
import { recordedSays } from "../brief/transparency/recorded.ts";
import { maybeNothing, mayBeNothing } from "../brief/price-words.ts";
import { nearestSays } from "../brief/nearest-words.ts";
import { checkStates, percent, severityHeadings, valueText, withInterval } from "../brief/words.ts";
import type { Block, Report, Section, Source } from "../report/document.ts";
import type { BriefOutputs } from "../terms/brief-outputs.ts";
import { type Brief, type BriefFigure, type BriefFinding, BriefSeverity } from "../terms/brief.ts";

type Priced = NonNullable<Brief["market"]>["prices"][number];

/** A brief as a document for who decides on the opening: what to mend with its quotes, the market, the rules, the cleaner description, scorecard and interviews. Where each figure comes from stands at its end, in words. */
export function briefDocument(brief: Brief, { description, scorecard, interviews }: BriefOutputs): Report {
  const { posting, day } = brief;
  const sources: Source[] = [];
  const sections: Section[] = [findingsSection(brief), marketSection(brief, sources), rulesSection(brief)].filter((section) => section.blocks.length > 0);
  sections.push({ title: "Cleaner description", blocks: description.parts.flatMap(({ heading, lines }): Block[] => [{ kind: "heading", text: heading }, ...linesOf(lines)]) });
  if (scorecard.attributes.length > 0) {
    sections.push({ title: "Scorecard", blocks: [{ kind: "table", columns: [{ name: "Attribute" }, { name: "Counts" }, { name: "Does not count" }], widths: [110, "*", "*"], rows: scorecard.attributes.map(({ name, must, counts, countsNot }) => [`${name}${must ? " (must)" : ""}`, counts.join(". "), countsNot.join(". ")]), sources: [] }] });
    sections.push({ title: `Interviews: ${interviews.minutes} minutes in ${interviews.days} working days`, blocks: [{ kind: "table", columns: [{ name: "Day", right: true }, { name: "Conversation" }, { name: "Minutes", right: true }, { name: "With" }, { name: "Looks at" }], widths: ["auto", "auto", "auto", "auto", "*"], rows: interviews.stages.map((stage) => [String(stage.day), stage.name, String(stage.minutes), stage.with, stage.attributes.map((id) => scorecard.attributes.find((one) => one.id === id)!.name).join(", ")]), sources: [] }] });
  }
  const subtitle = [posting.company, posting.location, roleSays(brief), brief.sure === null ? null : surenessSays(brief.sure)].filter(Boolean).join(" · ");
  return { title: posting.title?.trim() || "Untitled description", subtitle, asOf: day, sample: brief.market?.sample ?? false, sections, sources };
}

/** Of the words that a finding rests on so many are quoted. */
const mostQuotes = 3;

function findingsSection({ findings, missing, hidden }: Brief): Section {
  const items = [
    ...findings.map(({ severity, says, quotes, advice }) => ({ severity, text: `${says}${quoted(quotes)}${advised(advice)}` })),
    ...missing.map(({ severity, says, lookedIn, advice }) => ({ severity, text: `${says} Looked for in ${lookedIn.join(", ")}.${advised(advice)}` })),
  ];
  const grave = [...BriefSeverity.options].toReversed().flatMap((severity): Block[] => {
    const own = items.filter((item) => item.severity === severity).map(({ text }) => text);
    return own.length === 0 ? [] : [{ kind: "heading", text: severityHeadings[severity] }, { kind: "list", items: own }];
  });
  const unseen: Block[] = hidden.length === 0 ? [] : [{ kind: "text", text: hiddenSays(hidden) }];
  return { title: "Findings", blocks: [...(grave.length === 0 ? [{ kind: "text" as const, text: "None." }] : grave), ...unseen] };
}

function quoted(quotes: BriefFinding["quotes"]): string {
  const said = quotes.slice(0, mostQuotes).map(({ text }) => `“${text.replaceAll(/\s+/g, " ")}”`);
  return quotes.length === 0 ? "" : ` In the text: ${said.join(", ")}${quotes.length > mostQuotes ? ` and ${quotes.length - mostQuotes} more` : ""}.`;
}

function advised(advice: string | null): string {
  return advice === null ? "" : ` ${advice}`;
}

function rulesSection({ transparency }: Brief): Section {
  const blocks = transparency.flatMap(({ name, applies, because, checks, law, source, recorded, stale, recalled }): Block[] => [
    { kind: "heading", text: `${name}: ${applies === null ? "may hold" : applies ? "holds" : "does not hold"}` },
    { kind: "text", text: `${because.charAt(0).toUpperCase()}${because.slice(1)}. ${source.title === law ? "" : `${law}. `}${source.title}, ${recordedSays({ recorded, stale, recalled })}` },
    { kind: "table", columns: [{ name: "Check" }, { name: "State" }, { name: "Why" }, { name: "Quoted" }], widths: [110, "auto", "*", "*"], rows: checks.map((check) => [check.name, checkStates[check.state], check.because, check.quotes[0]?.text ?? ""]), sources: [] },
  ]);
  return { title: "Rules on pay in postings", blocks };
}

function marketSection({ market }: Brief, sources: Source[]): Section {
  if (market === null) return { title: "In the market", blocks: [] };
  const cite = (figure: BriefFigure): number => {
    const source = sourceOf(figure);
    const known = sources.find(({ command }) => command === source.command);
    if (known !== undefined) return known.number;
    sources.push({ ...source, number: sources.length + 1 });
    return sources.length;
  };
  const told = (figure: BriefFigure): string => `${figure.what}: ${withInterval(figure)} [${cite(figure)}]`;
  const items = [...market.titles.slice(0, 5).map(({ figure }) => told(figure)), ...(market.band === null ? [] : [`${market.band.because} [${cite(market.band.p50)}]`]), ...(market.years === null ? [] : [told(market.years)])];
  const band: Block[] = market.band === null || market.band.p50.value === null ? [] : [{ kind: "table", columns: [{ name: `Pay, ${market.band.what}` }, { name: "A year", right: true }, { name: "95 % interval", right: true }, { name: "n", right: true }], widths: ["*", "auto", "auto", "auto"], rows: bandFigures(market.band).map(({ name, figure }) => bandRow(name, figure)), sources: [cite(market.band.p50)] }];
  const near = market.nearest.map(({ title, employer, nearness }) => `${title ?? "untitled"}, ${employer ?? "employer not named"}, ${percent(nearness)} alike`);
  return {
    title: "In the market",
    blocks: [...(items.length === 0 ? [] : [{ kind: "list" as const, items }]), ...band, ...(near.length === 0 ? [] : [{ kind: "heading" as const, text: "Nearest postings" }, ...(market.nearestOf === null ? [] : [{ kind: "text" as const, text: nearestSays(market.nearestOf) }]), { kind: "list" as const, items: near }]), ...pricesOf(market, cite)],
  };
}

function bandRow(name: string, figure: BriefFigure): string[] {
  const { value, low, high, n, employers } = figure;
  return [name, value === null ? "too few" : valueText(figure, value), low === null || high === null ? "–" : `${valueText(figure, low)} to ${valueText(figure, high)}`, `${n.toLocaleString("en-US")} of ${employers.toLocaleString("en-US")} employers`];
}

function pricesOf({ prices, scope }: NonNullable<Brief["market"]>, cite: (figure: BriefFigure) => number): Block[] {
  const known = prices.filter((price) => price.cost !== null || (price.open.with.value !== null && price.open.without.value !== null));
  const rest = prices.filter((price) => !known.includes(price));
  if (prices.length === 0) return [];
  const table: Block = {
    kind: "table",
    columns: [{ name: "Requirement" }, { name: "Ask for it" }, { name: "Pay with it, less without" }, { name: "Days open with it" }, { name: "Without it" }],
    widths: [100, "*", "*", "*", "*"],
    rows: known.map(({ name, share, pay, open }) => [name, withInterval(share), differenceOf(pay), withInterval(open.with), withInterval(open.without)]),
    sources: [...new Set(prices.map((price) => cite(price.share)))],
  };
  return [
    { kind: "heading", text: "What each requirement goes with" },
    ...(scope === null ? [] : [{ kind: "text" as const, text: scope }]),
    ...(known.length === 0 ? [] : [table]),
    ...(rest.length === 0 ? [] : [{ kind: "text" as const, text: `Too few to tell: ${rest.map(({ name, share }) => `${name} (${withInterval(share)})`).join("; ")}.` }]),
  ];
}

function differenceOf({ difference, with: has, without }: Priced["pay"]): string {
  if (difference === null) return `not known: ${has.hidden === null ? `without it, ${without.hidden ?? "too few"}` : `with it, ${has.hidden}`}`;
  return `${withInterval(difference, true)}${mayBeNothing(difference) ? `: ${maybeNothing}` : ""}`;
}

/** Where a figure comes from, in words: what was counted, and how anybody who has the market sees it with its query. */
function sourceOf({ what, n, employers, asked: { question, parameters } }: BriefFigure): Omit<Source, "number"> {
  const narrowed = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
  const command = `strata market ${question}${Object.entries(parameters).map(([name, value]) => ` --${name} ${/^[\w,.-]+$/.test(value) ? value : JSON.stringify(value)}`).join("")}`;
  return { title: what, postings: n, employers, counted: `Counted in this market${narrowed.length === 0 ? "" : ` for ${narrowed.join(", ")}`}; intervals of 95 %. With its query`, command, sql: null };
}

function linesOf(lines: BriefOutputs["description"]["parts"][number]["lines"]): Block[] {
  const blocks: Block[] = [];
  for (const { kind, text } of lines) {
    const last = blocks.at(-1);
    if (kind === "text") blocks.push({ kind: "text", text });
    else if (last?.kind === "list") blocks[blocks.length - 1] = { kind: "list", items: [...last.items, text] };
    else blocks.push({ kind: "list", items: [text] });
  }
  return blocks;
}
