import { levelSays } from "../brief/level.ts";
import { mixFrom } from "../brief/mix-words.ts";
import { isUnsure } from "../brief/role.ts";
import { surenessOf, surenessSays } from "../brief/sureness.ts";
import { layers, type Mix } from "../terms/layer.ts";
import type { Evidence } from "../terms/evidence.ts";
import type { Pay } from "../terms/pay.ts";
import type { Place } from "../terms/place.ts";
import type { Posting } from "../terms/posting.ts";
import type { Reading } from "../terms/reading.ts";
import { type Role, roleName } from "../terms/role.ts";
import { need } from "./need.ts";
import { type Paint, printable, type Style } from "./terminal.ts";
import { wrap } from "./wrap.ts";
import { markedText } from "./marked-text.ts";

/** How to draw: with colour, or with brackets as marks. */
export type Look = { paint: Paint; width: number; marks: boolean };

const labelWidth = 12;

/** A reading for a person at a terminal: the findings and why, what stands `beside` them, then the text with the evidence marked in it. `reading` was made with its text. */
export function prettyReading(posting: Posting, reading: Reading, look: Look, beside: readonly string[] = []): string {
  const head = [look.paint(printable(posting.title?.trim() || "Untitled posting"), "bold"), [posting.company, posting.location].filter((part) => part?.trim()).map((part) => printable(part!)).join(" · "), printable(posting.url ?? "")];
  return [...head.filter((line) => line !== "").map((line) => line.replaceAll("\n", " ")), "", ...findings(reading, look), "", ...(beside.length === 0 ? [] : [...beside, ""]), look.paint("Text", "bold"), "", markedText(reading, look)].join("\n");
}

function findings(reading: Reading, look: Look): string[] {
  const { role, mix } = reading;
  const lines: string[] = [];
  const add = (label: string, text: string, because = "", ...how: Style[]): void => void lines.push(...row(label, text, because, look, how));
  const layerStyle = reading.layer === null || reading.layer === "outside" ? [] : [reading.layer];
  if (role.value === null) add("Role", "not said", role.because);
  else {
    add("Role", roleText(role.value, role), role.because, "bold");
    const sure = surenessOf(role);
    if (sure !== null) lines.push(...row("", "", `how sure that is: ${surenessSays(sure)}`, look, []).slice(1));
  }
  if (reading.layer !== null) add("Layer", reading.layer, "", ...layerStyle);
  if (mix !== null) lines.push(...mixRows(reading, mix, look));
  for (const [label, finding] of [["Seniority", reading.seniority], ["Workplace", reading.workplace], ["Domain", reading.domain], ["Years", reading.years], ["Degree", reading.degree], ["Production", reading.production], ["Visa", reading.visa]] as const) {
    if (finding.value !== null) add(label, finding === reading.seniority ? levelSays(reading)! : finding.value === true ? "asked for" : String(finding.value), reasonOf(finding.because, finding.evidence));
  }
  if (reading.places.length > 0) add("Places", reading.places.map(placeText).join("; "));
  for (const pay of reading.pay) add("Pay", payLine(pay), reasonOf("", pay.evidence));
  for (const [label, skills] of need(reading.skills)) add(label, skills.map((skill) => skill.name).join(", "));
  if (reading.environment.length > 0) add("Told of", [...new Set(reading.environment.map((one) => one.what))].join(", "));
  for (const flag of reading.flags) add(flag.severity === "warn" ? "! Flag" : "Flag", flag.id, reasonOf(flag.because, flag.evidence), ...(flag.severity === "warn" ? (["warn"] as const) : []));
  add("Language", reading.language ?? "not known");
  return lines;
}

/** A role that is more likely wrong than right is not named as if it were one, as in a brief. */
function roleText(value: Role, { confidence, runnerUp, margin }: Reading["role"]): string {
  const next = runnerUp === null ? "" : `next ${roleName(runnerUp)}${margin > 0 ? `, ${percent(margin)} behind` : ", likelier by itself"}`;
  if (!isUnsure({ value, confidence })) return `${roleName(value)} (confidence ${percent(confidence)}${next === "" ? "" : `; ${next}`})`;
  return `too unsure to name: may be ${roleName(value)} (${percent(confidence)}${next === "" ? "" : `; ${next}`})`;
}

/** Three layers fit a line. Painted piece by piece, so that no width is counted in escapes. */
function mixRows({ conflation, sentences }: Reading, mix: Mix, { paint }: Look): string[] {
  const parts = layers.filter((layer) => mix[layer] >= 0.005).toSorted((a, b) => mix[b] - mix[a]).map((layer) => `${paint("■", layer)} ${layer} ${percent(mix[layer])}`);
  const rows = [parts.slice(0, 3), parts.slice(3)].filter((some) => some.length > 0).map((some) => some.join("  "));
  const why = conflation === null ? [] : [paint(`conflation ${conflation.toFixed(2)}: 0 is work of one layer, 1 of all five alike`, "faint")];
  return [...rows, ...why, paint(mixFrom(sentences.length), "faint")].map((text, i) => `${paint((i === 0 ? "Mix" : "").padEnd(labelWidth), "faint")}${text}`);
}

function row(label: string, text: string, because: string, { paint, width }: Look, how: readonly Style[]): string[] {
  const room = width - labelWidth;
  const lines = wrap(printable(text), room).map((line, i) => `${paint((i === 0 ? label : "").padEnd(labelWidth), "faint")}${paint(line, ...how)}`);
  const why = because === "" ? [] : wrap(printable(because), room).slice(0, 3).map((line) => `${" ".repeat(labelWidth)}${paint(line, "faint")}`);
  return [...lines, ...why];
}

function reasonOf(because: string, evidence: readonly Evidence[]): string {
  const quoted = evidence.slice(0, 2).map(({ text }) => `“${text.length > 70 ? `${text.slice(0, 69)}…` : text}”`);
  return [because, quoted.join(" ")].filter(Boolean).join(": ");
}

function placeText({ city, subdivision, country, region }: Place): string {
  return [city, subdivision, country].filter(Boolean).join(", ") || (region ?? "not known");
}

/** `payLine({min: 120000, max: 150000, currency: "USD", period: "year", kind: "base", …})` → `"USD 120,000 to 150,000 a year (base)"` */
export function payLine({ min, max, currency, period, kind, place }: Pay): string {
  const range = min === null ? `up to ${figure(max!)}` : max === null ? `from ${figure(min)}` : min === max ? figure(min) : `${figure(min)} to ${figure(max)}`;
  const notes = [kind === "unspecified" ? null : kind, place].filter(Boolean).join(", ");
  return `${currency} ${range} ${period === "hour" ? "an" : "a"} ${period}${notes === "" ? "" : ` (${notes})`}`;
}

function figure(amount: number): string {
  return amount.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
