import type { Phrases, SampleHeadings } from "./ingredients.ts";

/** German postings say du or Sie. The phrases are written with du: those that say Sie take the ones that say neither, and headings made polite. */
export function politePhrases(phrases: Phrases): Phrases {
  const entries = Object.entries(phrases).map(([name, value]) => {
    if (Array.isArray(value)) return [name, value.filter((text) => !/\b(?:du|dich|dir|dein\w*|bewirb)\b/i.test(text))];
    return [name, name === "headings" ? politeHeadings(value as SampleHeadings) : value];
  });
  return Object.fromEntries(entries) as Phrases;
}

function politeHeadings(headings: SampleHeadings): SampleHeadings {
  return Object.fromEntries(Object.entries(headings).map(([kind, all]) => [kind, all.map(polite)])) as SampleHeadings;
}

function polite(heading: string): string {
  return heading
    .replace(/\bDeine\b/, "Ihre")
    .replace(/\bDein\b/, "Ihr")
    .replace("bringst du mit", "bringen Sie mit")
    .replace("erwartet dich", "erwartet Sie")
    .replace("du mitbringst", "Sie mitbringen")
    .replace("du tust", "Sie tun");
}
