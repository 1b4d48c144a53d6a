import { askSkills, type SkillRow, SkillsQuestion } from "../market/questions/skills.ts";
import { type Asking, cutOf, fewestTold, flagsOf, sourceOf } from "./asked.ts";
import { counting, fewVacancies } from "./demand.ts";
import type { Block, Section } from "./document.ts";
import { frontText } from "./front.ts";
import { quarterBefore } from "./quarter.ts";
import { counted, figureWithN, withInterval } from "./words.ts";

type Move = { row: SkillRow; old: SkillRow; change: number };

/** What postings ask for now and asked for the quarter before. */
export async function skillSection(asking: Asking): Promise<Section> {
  const before = { ...asking, quarter: quarterBefore(asking.quarter) };
  const [now, then] = await Promise.all([asking, before].map((one) => askSkills(one.market, SkillsQuestion.parse({ ...cutOf(one), limit: 1000 }))));
  const sources = [[asking, now!] as const, [before, then!] as const].map(([one, answer]) => sourceOf(asking, `Skills, ${one.quarter.name}`, answer, { command: `skills ${flagsOf(one)}`, counted: counting }));
  const earlier = new Map(then!.rows.map((row) => [row.id, row]));
  const top = now!.rows.slice(0, 20);
  if (top.length === 0) return { title: "Skills", blocks: [{ kind: "text", text: "No vacancy of AI work in this quarter and these regions names a skill." }] };
  const enough = then!.postings >= fewVacancies;
  const most = frontText(top, { of: (row) => row.share, told: (row) => `${row.name} ${figureWithN(row.share, row)}`, ahead: "The skill most AI vacancies name", level: "No skill is surely the one most AI vacancies name" });
  const change = enough ? changeText(movesOf(now!.rows, earlier), before.quarter.name) : `${before.quarter.name} holds ${counted(then!.postings)} AI vacancies of these regions, too few (${fewVacancies} are asked for) to say what rises or fades.`;
  const block: Block = {
    kind: "table",
    columns: [{ name: "Skill" }, { name: "n", right: true }, { name: "Employers", right: true }, { name: "% (95 %)", right: true }, { name: "required", right: true }, { name: `% in ${before.quarter.name}`, right: true }],
    widths: ["*", "auto", "auto", "auto", "auto", "auto"],
    rows: top.map((row) => [row.name, counted(row.n), counted(row.employers), withInterval(row.share), `${counted(row.required)} of ${counted(row.n)}`, enough && earlier.has(row.id) ? `${withInterval(earlier.get(row.id)!.share)}, n ${counted(earlier.get(row.id)!.n)}` : "–"]),
    sources,
  };
  return { title: "Skills", leads: [most, change], blocks: [{ kind: "text", text: `The twenty skills that most AI vacancies name; "required" counts those of n that put it under their requirements. ${most} ${change}` }, block] };
}

/** Skills whose shares moved by more than both their intervals. */
function movesOf(rows: readonly SkillRow[], earlier: ReadonlyMap<string, SkillRow>): Move[] {
  return rows.flatMap((row) => {
    const old = earlier.get(row.id);
    if (old === undefined || Math.max(row.n, old.n) < fewestTold.n || Math.max(row.employers, old.employers) < fewestTold.employers) return [];
    return row.share.low > old.share.high || row.share.high < old.share.low ? [{ row, old, change: row.share.value - old.share.value }] : [];
  });
}

function changeText(moved: readonly Move[], quarter: string): string {
  const words = (all: readonly Move[]): string => all.slice(0, 8).map(({ row, old }) => `${row.name} from ${figureWithN(old.share, old)} to ${figureWithN(row.share, row)}`).join(", ");
  const rising = moved.filter((one) => one.change > 0).toSorted((a, b) => b.change - a.change);
  const fading = moved.filter((one) => one.change < 0).toSorted((a, b) => a.change - b.change);
  if (moved.length === 0) return `Against ${quarter} no skill rises or fades beyond the intervals of both quarters (of those with ${fewestTold.n} vacancies of ${fewestTold.employers} employers in one of them).`;
  return `Against ${quarter}, beyond the intervals of both quarters: rising ${words(rising) || "none"}; fading ${words(fading) || "none"}.`;
}
