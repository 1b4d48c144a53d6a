import { skillsAsked } from "../../brief/alternatives.ts";
import { levelSays } from "../../brief/level.ts";
import { roleSays } from "../../brief/role.ts";
import { percent } from "../../brief/words.ts";
import type { Brief } from "../../terms/brief.ts";
import { layers } from "../../terms/layer.ts";
import { payLine, type Look } from "../pretty.ts";
import { columnsOf, fit, printable } from "../terminal.ts";
import { wrap } from "../wrap.ts";

/** Two descriptions side by side: a row a thing, those that differ marked. */
export function compareBriefs(left: Brief, right: Brief, { paint, width }: Look): string {
  const label = 13;
  const half = Math.floor((width - label - 3) / 2);
  const lines: string[] = [];
  for (const [name, a, b] of rowsOf(left, right)) {
    const [lefts, rights] = [wrap(printable(a), half), wrap(printable(b), half)];
    for (let i = 0; i < Math.max(lefts.length, rights.length); i++) {
      const mark = i === 0 && a !== b ? "≠" : " ";
      const first = lefts[i] ?? "";
      lines.push(`${paint((i === 0 ? fit(name, label - 1) : "").padEnd(label), "faint")}${mark} ${first}${" ".repeat(Math.max(0, half - columnsOf(first)))} ${rights[i] ?? ""}`.trimEnd());
    }
  }
  return lines.join("\n");
}

function rowsOf(left: Brief, right: Brief): [string, string, string][] {
  const row = (name: string, of: (brief: Brief) => string): [string, string, string] => [name, of(left), of(right)];
  const ids = [...new Set([left, right].flatMap(({ findings, missing }) => [...findings, ...missing].map((one) => one.id)))];
  const rules = new Map([left, right].flatMap(({ transparency }) => transparency.map((result) => [result.rule, result.name])));
  return [
    row("Title", ({ posting }) => posting.title?.trim() || "–"),
    row("Role", roleSays),
    row("Layers", ({ reading: { mix } }) => (mix === null ? "–" : layers.filter((layer) => mix[layer] >= 0.05).map((layer) => `${layer} ${percent(mix[layer])}`).join(", "))),
    row("Conflation", ({ reading, work }) => (reading.conflation ?? work?.spread)?.toFixed(2) ?? "–"),
    row("Level", ({ reading }) => levelSays(reading) ?? "–"),
    row("Years", ({ reading }) => reading.years.value?.toString() ?? "–"),
    row("Degree", ({ reading }) => reading.degree.value ?? "–"),
    row("Workplace", ({ reading }) => reading.workplace.value ?? "–"),
    row("Pay", ({ reading }) => reading.pay.map(payLine).join("; ") || "–"),
    row("Required", (brief) => skillsAsked(brief).map(({ name }) => name).toSorted().join(", ") || "–"),
    ...ids.map((id) => row(id, ({ findings, missing }) => findings.find((one) => one.id === id)?.says ?? (missing.some((one) => one.id === id) ? "not found" : "–"))),
    ...[...rules].map(([rule, name]) => row(name, ({ transparency }) => transparency.find((result) => result.rule === rule)?.checks.map((check) => `${check.letter} ${check.state}`).join(", ") ?? "–")),
  ];
}
