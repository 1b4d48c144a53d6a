/**
 * A named list of things to look for in a text, each with the phrases that say it.
 * `kind` is the reader's own noun; an entry's id is what a hit carries.
 */
export type Lexicon<Id extends string = string> = { kind: string; entries: Record<Id, readonly string[]> };

/**
 * Phrases written short: `model(s)` is model and models, `develop(|s|ing)` three forms, `(ml|ai) engineer` two phrases.
 * A bracket with one choice may be left out; one with several must take one, an empty one included.
 * `expandPhrase("(ml|ai) engineer(s)")` → `["ml engineer", "ml engineers", "ai engineer", "ai engineers"]`
 */
export function expandPhrase(phrase: string): string[] {
  return spellingsOf(phrase).map((spelling) => spelling.replace(/\s+/g, " ").trim());
}

function spellingsOf(phrase: string): string[] {
  const open = phrase.indexOf("(");
  if (open < 0) return [phrase];
  const choices: string[] = [];
  let depth = 1;
  let from = open + 1;
  let at = from;
  for (; at < phrase.length && depth > 0; at++) {
    const sign = phrase[at]!;
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (depth > 0 && !(sign === "|" && depth === 1)) continue;
    choices.push(phrase.slice(from, at));
    from = at + 1;
  }
  if (depth > 0) throw new Error(`phrase ${JSON.stringify(phrase)} has a bracket that does not close`);
  if (choices.length === 1) choices.unshift("");
  const before = phrase.slice(0, open);
  const behind = spellingsOf(phrase.slice(at));
  return choices.flatMap(spellingsOf).flatMap((choice) => behind.map((rest) => before + choice + rest));
}
