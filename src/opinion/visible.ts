/**
 * The text without what a person cannot see: controls, zero-width and direction characters, tag characters, variation selectors, lone surrogates.
 * Instructions to a model are hidden in them. `visible("a\u200bb")` → `"ab"`
 */
export function visible(text: string): string {
  return text.toWellFormed().replaceAll(unseen, "");
}

const unseen = /[\p{DI}\p{Cf}\p{Co}\p{Cn}\ufffd]|(?![\n\t])\p{Cc}/gu;
