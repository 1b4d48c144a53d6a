import type { Brief } from "../../terms/brief.ts";
import type { DescriptionPart } from "../../terms/brief-outputs.ts";
import type { EnvironmentTopic } from "../../terms/environment.ts";
import type { TransparencyCheckId } from "../../terms/transparency.ts";
import { isRead } from "../../reading/text/language.ts";
import { type GapId, gapWords } from "./gap-words.ts";

const checks: Partial<Record<TransparencyCheckId, [DescriptionPart, GapId]>> = { benefits: ["pay", "benefits"], "apply-by": ["hiring", "apply-by"], vacancy: ["hiring", "vacancy"] };

/** What the author must fill, by the part it belongs in, in the language of the description; from what was missing, and from checks that fail where their rule holds or may hold. `isFilled` tells the parts that have lines. */
export function gapsOf(brief: Brief, isFilled: (part: DescriptionPart) => boolean): [DescriptionPart, string][] {
  const { language } = brief.reading;
  const words = gapWords[isRead(language) ? language : "en"];
  return gapIds(brief, isFilled).map(([part, id]) => [part, words[id]]);
}

function gapIds({ missing, findings, transparency, reading, text }: Brief, isFilled: (part: DescriptionPart) => boolean): [DescriptionPart, GapId][] {
  const gaps: [DescriptionPart, GapId][] = [];
  const has = (id: string): boolean => missing.some((one) => one.id === id) || findings.some((one) => one.id === id);
  if (!isFilled("responsibilities")) gaps.push(["responsibilities", "duties"]);
  if (!isFilled("requirements")) gaps.push(["requirements", "must"]);
  if (has("production")) gaps.push(["requirements", "run"]);
  for (const part of missing.find((one) => one.id === "environment")?.parts ?? []) gaps.push(["environment", part as EnvironmentTopic]);
  if (has("pay-missing") || has("pay-words") || has("pay-unread")) gaps.push(["pay", "pay"]);
  if (has("pay-open")) gaps.push(["pay", "pay-end"]);
  if (has("pay-wide")) gaps.push(["pay", "pay-narrow"]);
  if (reading.places.length === 0) gaps.push(["place", "place"]);
  if (reading.workplace.value === null) gaps.push(["place", "days"]);
  if (!/interview|hiring process|\bconversations?\b|gespräch|entretien|un échange|recrutement|sollicitatie|gesprek/i.test(text)) gaps.push(["hiring", "conversations"]);
  for (const [check, gap] of Object.entries(checks)) if (transparency.some((rule) => rule.applies !== false && rule.checks.some((one) => one.check === check && one.text === "fail"))) gaps.push(gap);
  return gaps;
}
