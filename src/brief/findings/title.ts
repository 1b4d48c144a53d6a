import type { BriefFigure, BriefFinding, BriefMissing } from "../../terms/brief.ts";
import { type Role, roleName } from "../../terms/role.ts";
import { layerNames } from "../work-kinds.ts";
import { unkeptTitle } from "../kept-title.ts";
import { listed, quoteAt, quoted, titleQuote } from "../quotes.ts";
import { roleOf } from "../role.ts";
import { withInterval } from "../words.ts";
import { type Case, type Finder, flagOf } from "./found.ts";

/** The title against the content, with what the market's vacancies under this title are. */
export const titleFindings: Finder = (one) => {
  const title = titleQuote(one.text);
  const { value: role } = roleOf(one);
  if (title === null) return one.text.trim() === "" ? [] : [untitled];
  if (role === null) return unkept(one);
  const figures = figuresOf(one, role);
  // What the reader stopped at was the title against its own reading, not against what the author chose.
  const flag = role === one.reading.role.value ? flagOf(one, "title-content") : null;
  if (flag === null) return [...unkept(one), ...marketOnly(one, role, figures)];
  const [promised, ...content] = flag.evidence;
  const finding: BriefFinding = {
    id: "title-content",
    severity: "warn",
    says: [`The title says “${promised?.text ?? title.text}”; what is described is the work of: ${roleName(role)}.`, ...figures.map(marketSays)].join(" "),
    advice: `Call it what it is (${roleName(role)}), or describe the work that the title promises.`,
    quotes: [title, ...quoted(content.filter((quote) => quote.start > title.end), one.reading.layer)],
    figures,
  };
  return [finding];
};

const quotedOfEach = 2;

/** Where the reader is too unsure of the role to call the title wrong, but hardly a duty is of the kind that it promises. */
function unkept({ doc, reading, options, work, text }: Case): BriefFinding[] {
  if (options.role !== null) return [];
  const promise = unkeptTitle(doc, work);
  if (promise === null || (reading.layer !== null && promise.layers.includes(reading.layer))) return [];
  const shown = work.kinds.slice(0, 3);
  const promised = listed(promise.layers.filter((layer) => layer !== "outside").map((layer) => layerNames[layer]), "or");
  return [
    {
      id: "title-content",
      severity: "warn",
      says: `The title says “${text.slice(promise.words.start, promise.words.end)}”, but hardly any of the work described is ${promised}: of ${work.told} sentences that tell of work, ${listed(shown.map(({ name, sentences }) => `${sentences.length} ${sentences.length === 1 ? "is" : "are"} ${name}`))}.`,
      advice: "Call it what it is, or describe the work that the title promises.",
      quotes: [quoteAt(text, promise.words.start, promise.words.end, "title"), ...shown.flatMap(({ layer, sentences }) => quoted(sentences.slice(0, quotedOfEach), layer))],
      figures: [],
    },
  ];
}

const untitled: BriefMissing = {
  id: "title-missing",
  severity: "warn",
  says: "There is no title: none is given, and no line at the top of the text reads as one.",
  advice: "Put it on a line of its own ahead of the text, or write “Title: …”.",
  lookedIn: ["the title", "the first lines"],
  parts: [],
  figures: [],
};

/** Where the title keeps its word, what others mean by it is still worth knowing. */
function marketOnly(one: Case, role: Role, figures: BriefFigure[]): BriefFinding[] {
  const title = titleQuote(one.text);
  const figure = figures[0];
  if (title === null || figure?.value == null) return [];
  const first = one.market!.titles[0]!;
  const other = first.role === role ? "" : ` Most often it is: ${first.name}, ${withInterval(first.figure)}.`;
  return [{ id: "title-market", severity: figure.value < 0.2 && isWhole(title.text, figure.asked.parameters.title ?? "") ? "warn" : "info", says: `${marketSays(figure)}${other}`, advice: null, quotes: [title], figures: first.role === role ? [figure] : [figure, first.figure] }];
}

function figuresOf({ market }: Case, role: Role): BriefFigure[] {
  return market?.titles.filter((title) => title.role === role).map((title) => title.figure) ?? [];
}

function marketSays(figure: BriefFigure): string {
  return `${figure.what}: ${withInterval(figure)}.`;
}

/** Whether the words asked about are all of the title but its level: what stands behind a comma may be what sets it apart. */
function isWhole(title: string, words: string): boolean {
  return (title.match(/\p{L}{2,}/gu)?.length ?? 0) <= words.split(" ").length + 1;
}
