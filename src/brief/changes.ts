import { bodyOf } from "../reading/text-parts.ts";
import type { Brief, BriefFindingId } from "../terms/brief.ts";
import type { BriefChanges } from "../terms/saved-brief.ts";
import { roleOf } from "./role.ts";
import { payText } from "./words.ts";

const mostLines = 200;

/** What changed from one version of a description to the next. Lines count as often as they stand; their order does not. */
export function changesBetween(before: Brief, after: Brief): BriefChanges {
  const [old, now] = [idsOf(before), idsOf(after)];
  const fields = fieldsOf(before).flatMap(([field, from], i) => {
    const to = fieldsOf(after)[i]![1];
    return from === to ? [] : [{ field, from, to }];
  });
  return { fields, added: without(linesOf(after), linesOf(before)), removed: without(linesOf(before), linesOf(after)), mended: [...old].filter((id) => !now.has(id)), arisen: [...now].filter((id) => !old.has(id)) };
}

function idsOf({ findings, missing }: Brief): Set<BriefFindingId> {
  return new Set([...findings, ...missing].map((one) => one.id));
}

/** The lines of the description, without title and location. */
function linesOf({ text }: Brief): string[] {
  return bodyOf(text).split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

function fieldsOf({ posting, reading, options }: Brief): [string, string | null][] {
  return [
    ["title", posting.title ?? null],
    ["location", posting.location ?? null],
    ["company", posting.company ?? null],
    ["role", roleOf({ reading, options }).value],
    ["seniority", reading.seniority.value],
    ["years", reading.years.value?.toString() ?? null],
    ["workplace", reading.workplace.value],
    ["pay", reading.pay.map(payText).join("; ") || null],
    ["place", options.place.join(", ") || null],
    ["employees", options.employees?.toString() ?? null],
  ];
}

function without(all: readonly string[], gone: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of gone) left.set(line, (left.get(line) ?? 0) + 1);
  return all
    .filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    })
    .slice(0, mostLines);
}
