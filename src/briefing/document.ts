import { bandFigures } from "../brief/band.ts";
import { roleSays } from "../brief/role.ts";
import { recordedSays } from "../brief/transparency/recorded.ts";
import { valueText, withInterval } from "../brief/words.ts";
import type { Block, Report, Section, Source } from "../report/document.ts";
import type { BriefOutputs } from "../terms/brief-outputs.ts";
import type { Brief, BriefFigure } from "../terms/brief.ts";

/** A brief as a document: findings with their quotes, rules, market, the cleaner description, scorecard and interviews; each figure with its source. */
export function briefDocument(brief: Brief, { description, scorecard, interviews }: BriefOutputs): Report {
  const { posting, day } = brief;
  const sources: Source[] = [];
  const sections: Section[] = [findingsSection(brief), rulesSection(brief), marketSection(brief, sources)].filter((section) => section.blocks.length > 0);
  for (const { heading, lines } of description.parts) sections.push({ title: `Description: ${heading}`, blocks: linesOf(lines) });
  if (scorecard.attributes.length > 0) {
    sections.push({ title: "Scorecard", blocks: [{ kind: "table", columns: [{ name: "Attribute" }, { name: "Counts" }, { name: "Does not count" }], widths: ["auto", "*", "*"], rows: scorecard.attributes.map(({ name, must, counts, countsNot }) => [`${name}${must ? " (must)" : ""}`, counts.join(". "), countsNot.join(". ")]), sources: [] }] });
    sections.push({ title: `Interviews: ${interviews.minutes} minutes in ${interviews.days} working days`, blocks: [{ kind: "table", columns: [{ name: "Day", right: true }, { name: "Conversation" }, { name: "Minutes", right: true }, { name: "With" }, { name: "Looks at" }], widths: ["auto", "auto", "auto", "auto", "*"], rows: interviews.stages.map((stage) => [String(stage.day), stage.name, String(stage.minutes), stage.with, stage.attributes.map((id) => scorecard.attributes.find((one) => one.id === id)!.name).join(", ")]), sources: [] }] });
  }
  const subtitle = [posting.company, posting.location, roleSays(brief)].filter(Boolean).join(" · ");
  return { title: posting.title?.trim() || "Untitled description", subtitle, asOf: day, sample: brief.market?.sample ?? false, sections, sources };
}

function findingsSection({ findings, missing }: Brief): Section {
  const items = [...findings.map(({ severity, says, quotes, sources = [] }) => `${severity}: ${says} ${quotes.slice(0, 3).map(({ text }) => `“${text}”`).join(" ")}${sources.map(({ title, url }) => ` Source: ${title}, ${url}.`).join("")}`), ...missing.map(({ severity, says, lookedIn }) => `${severity}: ${says} (Looked for in: ${lookedIn.join(", ")}.)`)];
  return { title: "Findings", blocks: items.length === 0 ? [{ kind: "text", text: "None." }] : [{ kind: "list", items }] };
}

function rulesSection({ transparency }: Brief): Section {
  const blocks = transparency.flatMap(({ name, applies, because, checks, law, source, recorded, stale, recalled }): Block[] => [
    { kind: "text", text: `${name}: ${applies === null ? "may hold" : applies ? "holds" : "does not hold"}; ${because}. ${law}; ${source.title}, ${recordedSays({ recorded, stale, recalled })}` },
    { kind: "table", columns: [{ name: "Check" }, { name: "State" }, { name: "Why" }, { name: "Quoted" }], widths: ["auto", "auto", "*", "*"], rows: checks.map((check) => [check.name, check.state, check.because, check.quotes[0]?.text ?? ""]), sources: [] },
  ]);
  return { title: "Rules on pay in postings", blocks };
}

function marketSection({ market }: Brief, sources: Source[]): Section {
  if (market === null) return { title: "In the market", blocks: [] };
  const cite = (figure: BriefFigure): number => {
    const { question, parameters, sql } = figure.asked;
    const command = `strata market ${question} ${Object.entries(parameters).map(([name, value]) => `--${name} ${/^[\w,.-]+$/.test(value) ? value : JSON.stringify(value)}`).join(" ")}`.trim();
    const known = sources.find((source) => source.command === command);
    if (known !== undefined) return known.number;
    sources.push({ number: sources.length + 1, title: figure.what, postings: figure.n, employers: figure.employers, interval: "95 %", command, sql });
    return sources.length;
  };
  const told = (figure: BriefFigure): string => `${figure.what}: ${withInterval(figure)} [${cite(figure)}]`;
  const items = [...market.titles.slice(0, 5).map(({ figure }) => told(figure)), ...(market.band === null ? [] : [`${market.band.because} [${cite(market.band.p50)}]`]), ...(market.years === null ? [] : [told(market.years)]), ...market.nearest.map(({ title, employer }) => `Near: ${title ?? "untitled"}, ${employer ?? "employer not named"}`)];
  const band: Block[] = market.band === null || market.band.p50.value === null ? [] : [{ kind: "table", columns: [{ name: `Pay, ${market.band.what}` }, { name: "A year", right: true }, { name: "95 % interval", right: true }, { name: "n", right: true }], widths: ["*", "auto", "auto", "auto"], rows: bandFigures(market.band).map(({ name, figure }) => bandRow(name, figure)), sources: [cite(market.band.p50)] }];
  const prices: Block[] = market.prices.length === 0 ? [] : [{ kind: "text", text: market.scope ?? "" }, { kind: "table", columns: [{ name: "Requirement" }, { name: "What goes with it" }], widths: ["auto", "*"], rows: market.prices.map(({ name, says }) => [name, says]), sources: [...new Set(market.prices.map((price) => cite(price.share)))] }];
  return { title: "In the market", blocks: [...(items.length === 0 ? [] : [{ kind: "list" as const, items }]), ...band, ...prices] };
}

function bandRow(name: string, figure: BriefFigure): string[] {
  const { value, low, high, n, employers } = figure;
  return [name, value === null ? "too few" : valueText(figure, value), low === null || high === null ? "–" : `${valueText(figure, low)} to ${valueText(figure, high)}`, `${n.toLocaleString("en-US")} of ${employers.toLocaleString("en-US")} employers`];
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
