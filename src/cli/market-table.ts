import type { Answer } from "../market/questions/answer.ts";
import type { LayerRow } from "../market/questions/layers.ts";
import type { PayRow } from "../market/questions/pay.ts";
import type { RoleRow } from "../market/questions/roles.ts";
import type { SkillRow } from "../market/questions/skills.ts";
import type { Layer } from "../terms/layer.ts";
import type { QuestionName } from "./ask.ts";
import { counted, plural, sharePercent, shortPay, table } from "./table.ts";
import type { Paint } from "./terminal.ts";

/** An answer of the market as a table for people, within 80 columns; every figure beside its n. */
export function marketTable(question: QuestionName, found: Answer<never>, paint: Paint): string {
  return tables[question](found, paint);
}

const shortLayers: Record<Layer, string> = { infrastructure: "infra", evaluation: "eval", product: "product", model: "model", governance: "govern", outside: "outside" };

const tables: Record<QuestionName, (found: Answer<never>, paint: Paint) => string> = { roles: rolesTable, layers: layersTable, skills: skillsTable, pay: payTable };

function rolesTable(found: Answer<RoleRow>, paint: Paint): string {
  const currency = found.rows[0]?.pay.currency ?? "USD";
  const columns = [{ name: "role" }, { name: "layer" }, { name: "n", right: true }, { name: "empl.", right: true }, { name: "% (95 %)", right: true }, { name: `${currency} (n)`, right: true }];
  const rows = found.rows.map((row) => ({
    cells: [row.name, shortLayers[row.layer], counted(row.n), counted(row.employers), sharePercent(row.share), payCell(row.pay)],
    below: row.skills.map((skill) => skill.name).join(" · "),
  }));
  return page(found, "Roles by content", table(columns, rows, paint), paint, "% is of the postings inside the five layers, with its 95 % interval. Pay is the\nmedian of a year, shown from 5 employers up. Below: the skills named most.");
}

function layersTable(found: Answer<LayerRow>, paint: Paint): string {
  const currency = found.rows[0]?.pay.currency ?? "USD";
  const columns = [{ name: "layer" }, { name: "n", right: true }, { name: "empl.", right: true }, { name: "% (95 %)", right: true }, { name: "% of work", right: true }, { name: `${currency} (n)`, right: true }];
  const rows = found.rows.map((row) => ({ cells: [row.layer, counted(row.n), counted(row.employers), sharePercent(row.share), row.work === null ? "–" : (row.work * 100).toFixed(1), payCell(row.pay)] }));
  return page(found, "Layers", table(columns, rows, paint), paint, "% counts postings by their role; % of work is the layer's part of all\nresponsibilities. Pay is the median of a year, shown from 5 employers up.");
}

function skillsTable(found: Answer<SkillRow>, paint: Paint): string {
  const columns = [{ name: "skill" }, { name: "n", right: true }, { name: "empl.", right: true }, { name: "% (95 %)", right: true }, { name: "req. %", right: true }, { name: "pref. %", right: true }, { name: "ment. %", right: true }];
  const rows = found.rows.map((row) => ({ cells: [row.name, counted(row.n), counted(row.employers), sharePercent(row.share), partOf(row.required, row.n), partOf(row.preferred, row.n), partOf(row.mentioned, row.n)] }));
  return page(found, "Skills", table(columns, rows, paint), paint, "% is of the postings above, with its 95 % interval. The last columns split n:\nrequired, preferred, only mentioned.");
}

function payTable(found: Answer<PayRow>, paint: Paint): string {
  const columns = [{ name: "group" }, { name: "a year in" }, { name: "n", right: true }, { name: "empl.", right: true }, ...["p10", "p25", "p50", "p75", "p90"].map((name) => ({ name, right: true }))];
  const rows = found.rows.map((row) => ({ cells: [row.group, row.currency, counted(row.n), counted(row.employers), ...quantiles(row)] }));
  return page(found, "Pay", table(columns, rows, paint), paint, "Middles of stated ranges, in the currency stated, set on a year of full-time\nwork. Shown from 5 employers up.");
}

function quantiles(row: PayRow): string[] {
  return [row.p10, row.p25, row.p50, row.p75, row.p90].map((value) => (value === null ? "–" : shortPay(value)));
}

function partOf(n: number, of: number): string {
  return String(Math.round((n / of) * 100));
}

function payCell(pay: RoleRow["pay"]): string {
  return pay.n === 0 ? "–" : `${pay.value === null ? "–" : shortPay(pay.value)} (${counted(pay.n)})`;
}

function page(found: Answer<unknown>, title: string, body: string, paint: Paint, notes: string): string {
  const sample = found.sample ? [paint("SAMPLE: invented postings. Import your own with: strata import FILE", "bold", "warn"), ""] : [];
  const head = `${paint(title, "bold")} · ${plural(found.postings, "posting")} of ${plural(found.employers, "employer")}`;
  return [...sample, head, "", found.rows.length === 0 ? "No posting fits these filters." : body, "", paint(notes, "faint")].join("\n");
}
