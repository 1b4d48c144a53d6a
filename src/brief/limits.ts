import type { Posting } from "../terms/posting.ts";

/** Of a description's markup or text. The longest of 40,000 real ones has 60,000. */
export const mostUnits = 400_000;

/** A description that is none; the message says what to do. */
export class NoDescription extends Error {
  override name = "NoDescription";
}

/** What is asked for beside a description is none: a place that nobody knows, a level that there is not. The message names the option. */
export class WrongOption extends Error {
  override name = "WrongOption";
}

/** Throws NoDescription where a description is too long to be one: it would hold up everything that is made of it. */
export function checkLength({ title, location, description_html: html, description_text: text }: Posting): void {
  const units = (html?.length ?? 0) + (text?.length ?? 0);
  if (units > mostUnits) throw new NoDescription(`The description has ${units.toLocaleString("en-US")} characters; a brief takes at most ${mostUnits.toLocaleString("en-US")}. Is it the right text?`);
  for (const [name, field] of [["title", title], ["location", location]] as const) {
    if ((field?.length ?? 0) > 2000) throw new NoDescription(`The ${name} has ${field!.length.toLocaleString("en-US")} characters; it takes at most 2,000. Does the description stand in it?`);
  }
}
