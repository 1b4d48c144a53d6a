import { giveOpinion } from "../opinion/opinion.ts";
import { opinionSettings } from "../opinion/settings.ts";
import { keepSpend } from "../opinion/spend.ts";
import type { Opinion, OpinionField } from "../terms/opinion.ts";
import type { Reading } from "../terms/reading.ts";
import { roleName, type Role } from "../terms/role.ts";
import { type Shell, UsageError } from "./command.ts";
import type { Look } from "./pretty.ts";
import { fit, printable } from "./terminal.ts";

/** Gives the second opinion of a text. After an endpoint failed for all runs alike, further postings are not sent there: null, and `failed` says so. */
export type OpinionAsker = { ask: (text: string) => Promise<Opinion | null>; failed: () => string | null };

/** Asks as the environment says. Throws UsageError where it names no model, OpinionUnusable where a setting is wrong. */
export function opinionAsker(shell: Shell): OpinionAsker {
  const settings = opinionSettings(shell.env);
  if (settings === null) throw new UsageError("--opinion asks a language model, and none is set: STRATA_MODEL_URL (an OpenAI-compatible address up to the version, such as http://localhost:11434/v1), STRATA_MODEL_NAME, and STRATA_MODEL_KEY where it wants one");
  const spend = keepSpend(shell.env.STRATA_DATA || ".strata", settings.dayTokens, shell.now);
  let failed: string | null = null;
  return {
    failed: () => failed,
    ask: async (text) => {
      if (failed !== null) return null;
      const opinion = await giveOpinion(settings, text, { spend });
      if (opinion.answered === 0 && opinion.failures.some((one) => one.n === settings.runs && isFinal(one.why))) failed = opinion.failures[0]!.message;
      return opinion;
    },
  };
}

/** Of these the model is not to blame: the next posting would fare no better. */
function isFinal(why: Opinion["failures"][number]["why"]): boolean {
  return ["not reached", "too slow", "key refused", "not found", "request refused", "busy", "spend cap"].includes(why);
}

const labelWidth = 12;

/** The opinion as lines beside the reading: what each of the two says, how many runs agree, and what failed. */
export function opinionLines(opinion: Opinion, reading: Reading, { paint, width }: Look): string[] {
  const line = (label: string, text: string): string => `${paint(label.padEnd(labelWidth), "faint")}${text}`;
  const head = `${opinion.model}, ${opinion.runs === 1 ? "1 run, so no spread is known" : `${opinion.runs} runs`}; it does not change the reading`;
  const rows = [line("", paint(fit(printable(head), width - labelWidth), "faint"))];
  const said = [["Role", opinion.role, reading.role.value], ["Layer", opinion.layer, reading.layer], ["Seniority", opinion.seniority, reading.seniority.value]] as const;
  for (const [label, field, ours] of said) {
    rows.push(line(label, fieldText(field, ours, opinion)));
    for (const { text } of field.evidence.slice(0, 2)) rows.push(line("", paint(fit(`“${printable(text).replaceAll("\n", " ")}”`, width - labelWidth), "faint")));
  }
  for (const { n, message } of opinion.failures) rows.push(line("! Runs", paint(`${n} of ${opinion.runs} without an answer: ${printable(message)}`, "warn")));
  if (opinion.quotesDropped > 0) rows.push(line("! Quotes", paint(`${opinion.quotesDropped} dropped: not in the text`, "warn")));
  if (opinion.text.seen < opinion.text.of) rows.push(line("! Text", paint(`the model saw the first ${opinion.text.seen} of ${opinion.text.of} characters (STRATA_MODEL_CALL_TOKENS)`, "warn")));
  rows.push(line("Spent", `${opinion.tokens} tokens`));
  return [paint("Second opinion", "bold"), ...rows];
}

function fieldText(field: OpinionField, ours: string | null, { runs, answered }: Opinion): string {
  const votes = field.votes.map(({ value, n }) => `${nameOf(value)} ${n}`).join(", ");
  const unsupported = field.unsupported === 0 ? "" : `; ${field.unsupported} without a quote from the text`;
  if (answered === 0) return "no answer";
  if (field.abstains) return `abstains: ${votes === "" ? "no run counts" : `${votes} of ${runs} runs`}${unsupported}`;
  const agrees = field.value === ours ? "as the reading" : `the reading says ${nameOf(ours)}`;
  return `${nameOf(field.value)}: ${votes} of ${runs} runs${unsupported} (${agrees})`;
}

function nameOf(value: string | null): string {
  return value === null ? "not said" : value.includes("-") ? roleName(value as Role) : value;
}
