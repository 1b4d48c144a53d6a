import type { BriefOptions } from "../../terms/brief.ts";
import { type CheckState, type TransparencyCheck, transparencyChecks, type TransparencyResult, type TransparencyRule } from "../../terms/transparency.ts";
import type { Case } from "../findings/found.ts";
import { applies, placesIn, reachOf } from "./applies.ts";
import { headingOf } from "./heading.ts";
import { isStale } from "./recorded.ts";
import { textChecks } from "./text-checks.ts";

/**
 * The rules that reach a posting, each with its checks; those that surely do not are left out. Never says that a posting is in order with the law: it shows what the text shows, by the rule as it was
 * understood in the month in which it was recorded.
 */
export function checkTransparency(one: Case, rules: readonly TransparencyRule[], options: BriefOptions, day: string): TransparencyResult[] {
  const reach = reachOf(one, options);
  return rules.flatMap((rule) => {
    const holds = applies(rule, reach, options, day);
    return holds === null ? [] : [resultOf(one, rule, holds, headingOf(rule, placesIn(rule, reach)), day)];
  });
}

function resultOf(one: Case, rule: TransparencyRule, { value, because, quotes }: NonNullable<ReturnType<typeof applies>>, name: string, day: string): TransparencyResult {
  const { law, from, source, recorded, recalled, notes } = rule;
  return { rule: rule.id, name, law, applies: value, because, quotes, checks: rule.checks.map((check) => checkOf(one, rule, check, value)), from, source, recorded, stale: isStale(recorded, day), recalled, notes };
}

function checkOf(one: Case, rule: TransparencyRule, { check, asks, before }: TransparencyRule["checks"][number], holds: boolean | null): TransparencyCheck {
  const { letter, name } = transparencyChecks.find((known) => known.id === check)!;
  const { state: text, because, quotes } = textChecks[check](one, rule);
  const later = before === "interview" && text === "fail";
  const state: CheckState = holds === false ? "not-applicable" : holds === null && text !== "not-applicable" ? "unknown" : later ? "unknown" : text;
  return { check, letter, name, asks, state, text, because: later ? `${because}; it may be told before the interview instead, which no posting shows` : because, quotes, recalled: rule.recalled.includes(check) };
}
