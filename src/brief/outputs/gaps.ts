import type { Brief } from "../../terms/brief.ts";
import type { DescriptionPart } from "../../terms/brief-outputs.ts";
import type { TransparencyCheckId } from "../../terms/transparency.ts";

const environment: Record<string, string> = {
  stack: "the stack in use",
  scale: "users, requests, data or machines, in numbers",
  team: "size of the team, and whom the role reports to",
  ownership: "what the person will own, and decide alone",
  "on-call": "on-call duty: how often, and how it is paid; or that there is none",
  data: "the data it works on",
  maturity: "what is built already, what runs, what is to be replaced",
  plan: "what is to be done in the first three months",
};

const checks: Partial<Record<TransparencyCheckId, [DescriptionPart, string]>> = {
  benefits: ["pay", "benefits: insurance, retirement, paid leave, in a sentence each"],
  "apply-by": ["hiring", "the day until which applications are taken, or that there is none"],
  vacancy: ["hiring", "whether this is for an existing vacancy"],
};

/** What the author must fill, by the part it belongs in; from what was missing, and from checks that fail where their rule holds or may hold. */
export function gapsOf({ missing, findings, transparency, reading, text }: Brief): [DescriptionPart, string][] {
  const gaps: [DescriptionPart, string][] = [];
  const has = (id: string): boolean => missing.some((one) => one.id === id) || findings.some((one) => one.id === id);
  if (reading.sections.every((span) => span.section !== "responsibilities")) gaps.push(["responsibilities", "what the person will do, a line each"]);
  if (reading.sections.every((span) => span.section !== "requirements")) gaps.push(["requirements", "what the person must have done before"]);
  if (has("production")) gaps.push(["requirements", "the system that the person should have run in production, at what scale"]);
  for (const part of missing.find((one) => one.id === "environment")?.parts ?? []) gaps.push(["environment", environment[part]!]);
  if (has("pay-missing") || has("pay-words")) gaps.push(["pay", "pay: least and most, currency, period"]);
  if (has("pay-open")) gaps.push(["pay", "the end of the pay range that is missing"]);
  if (has("pay-wide")) gaps.push(["pay", "a narrower range, by level or by place"]);
  if (reading.places.length === 0) gaps.push(["place", "where the work is done, and who may do it from where"]);
  if (reading.workplace.value === null) gaps.push(["place", "in an office, at home, or both: which days"]);
  if (!/interview|hiring process|gespräch|entretien|recrutement|sollicitat/i.test(text)) gaps.push(["hiring", "the conversations, how long each takes, and when an answer comes"]);
  for (const [check, gap] of Object.entries(checks)) if (transparency.some((rule) => rule.applies !== false && rule.checks.some((one) => one.check === check && one.text === "fail"))) gaps.push(gap);
  return gaps;
}
