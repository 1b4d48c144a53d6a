import { askRoles, type RoleRow, rolesQuestion } from "../market/questions/roles.ts";
import { type Asking, cutOf, flagsOf, sourceOf } from "./asked.ts";
import { dotChart } from "./charts.ts";
import type { Section } from "./document.ts";
import { frontText } from "./front.ts";
import { behind, counted, figureWithN, layerNames, percent, withInterval } from "./words.ts";

/** As the questions count: counts.ts. */
export const counting = "95 % interval of a share in which no employer weighs more than a cap; it counts employers, not vacancies";

/** With fewer AI vacancies than this most differences lie within their intervals, and none of time is told. */
export const fewVacancies = 100;

/** Which roles are hired for. */
export async function demandSection(asking: Asking): Promise<Section> {
  const answer = await askRoles(asking.market, rolesQuestion.asks.parse(cutOf(asking)));
  // By the share that is told, in which no employer weighs more than a cap: by postings alone another may come first.
  const rows = answer.rows.filter(isShared).toSorted((a, b) => b.share.value - a.share.value);
  const source = sourceOf(asking, "Demand by role", answer, { command: `roles ${flagsOf(asking)}`, counted: counting });
  if (rows.length === 0) return { title: "Demand", blocks: [{ kind: "text", text: "No vacancy of AI work falls into this quarter and these regions." }] };
  const ai = rows.reduce((sum, row) => sum + row.n, 0);
  const few = ai < fewVacancies ? ` Fewer than ${fewVacancies} are few: most differences below lie within their intervals.` : "";
  const size = `${counted(answer.postings)} vacancies of ${counted(answer.employers)} employers were read; ${counted(ai)} are AI work.${few}`;
  const lead = frontText(rows, {
    of: (row) => row.share,
    told: (row) => `${row.name} ${figureWithN(row.share, row)}`,
    ahead: "The largest role by its share of AI vacancies",
    level: "No role is surely the largest by its share of AI vacancies",
  });
  const svg = dotChart(rows.map((row) => ({ name: row.name, ...row.share, layer: row.layer })), { label: "% of AI vacancies", zero: true, write: (value) => String(Math.round(value * 100)) });
  return {
    title: "Demand",
    leads: [size, lead],
    blocks: [
      { kind: "text", text: `${size} ${lead} Roles go by what a posting describes, not by its title. They stand in the order of their shares; where intervals overlap, the order may be another.` },
      { kind: "figure", id: "demand", svg, alt: `Share of AI vacancies by role: ${rows.map((row) => `${row.name} ${percent(row.share.value)} % (${behind(row)})`).join(", ")}`, caption: "Share of AI vacancies by role, coloured by layer, with 95 % intervals.", sources: [source] },
      { kind: "table", columns: [{ name: "Role" }, { name: "Layer" }, { name: "n", right: true }, { name: "Employers", right: true }, { name: "% of AI vacancies (95 %)", right: true }], widths: ["*", "auto", "auto", "auto", "auto"], rows: rows.map((row) => [row.name, layerNames[row.layer], counted(row.n), counted(row.employers), withInterval(row.share)]), sources: [source] },
    ],
  };
}

function isShared(row: RoleRow): row is RoleRow & { share: NonNullable<RoleRow["share"]> } {
  return row.layer !== "outside" && row.share !== null;
}
