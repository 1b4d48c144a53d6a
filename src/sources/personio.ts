import { z } from "zod";
import { type Address, fieldOf, get, isHostName, listedBy, textAt, urlPart } from "./address.ts";
import { type Board, hasAll } from "./board.ts";

// https://NAME.jobs.personio.de/xml?language=en: <workzag-jobs> of <position>

/** An element's text; an element that holds others where a text is wanted says nothing we know. */
const text = z.unknown().optional().transform((value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null));
const PersonioPosting = z.object({
  id: z.string().min(1),
  name: text,
  subcompany: text,
  office: text,
  additionalOffices: z.unknown().optional().transform((value) => listOf(fieldOf(value, "office")).filter((one) => typeof one === "string")),
  department: text,
  employmentType: text,
  schedule: text,
  createdAt: text,
  jobDescriptions: z.unknown().optional().transform((value) => listOf(fieldOf(value, "jobDescription")).map((one) => ({ name: textAt(one, "name"), value: textAt(one, "value") }))),
});
type PersonioPosting = z.infer<typeof PersonioPosting>;

const address: Address = {
  example: "personio:acme",
  hosts: ["com"],
  isName: (name) => isHostName(name) && !name.includes("."),
  refIn: (url) => {
    const [, name, domain] = /^([^.]+)\.jobs\.personio\.(de|com)$/.exec(url.hostname) ?? [];
    return name === undefined ? null : { ats: "personio", name, ...(domain === "com" ? { host: "com" } : {}) };
  },
  page: (ref) => `https://${hostOf(ref)}/`,
  list: (ref) => [getXml(`https://${hostOf(ref)}/xml?language=en`)],
  otherwise: (ref) => (ref.host === undefined ? { ...ref, host: "com" } : null),
  // A position that is not written in English is there without its text: the board's own language has it.
  more: (ref, pages) => (pages.some(({ value }) => itemsIn(value)?.some(isTextless)) ? [getXml(`https://${hostOf(ref)}/xml`)] : []),
  again: isTextless,
  items: itemsIn,
  listed: (item) => listedBy(textAt(item, "id"), null),
};

export const personio: Board = {
  ats: "personio",
  name: "Personio",
  address,
  postingsIn: (value) => {
    const list = itemsIn(value);
    return list !== null && list.length > 0 && list.every((one) => hasAll(one, "id")) ? list : null;
  },
  schema: PersonioPosting,
  withoutText: "the feed has no text for it in this language; get it with another ?language= (de, en, fr, es, nl, it, pt)",
  convert: (posting: PersonioPosting, ref) => ({
    employer: null,
    posting: {
      id: posting.id,
      company: posting.subcompany ?? ref?.name ?? null,
      title: posting.name,
      location: [...new Set([posting.office, ...posting.additionalOffices])].filter(Boolean).join("; "),
      posted_at: posting.createdAt,
      url: ref === null ? null : `https://${hostOf(ref)}/job/${urlPart(posting.id)}`,
      department: posting.department,
      employment_type: [posting.employmentType, posting.schedule].filter(Boolean).join(", ") || null,
      description_html: posting.jobDescriptions.filter((one) => one.value?.trim()).map((one) => `${one.name?.trim() ? `<h3>${one.name.trim()}</h3>` : ""}${one.value}`).join("\n") || null,
    },
  }),
};

function hostOf({ name, host }: { name: string; host?: string | undefined }): string {
  return `${name}.jobs.personio.${host === "com" ? "com" : "de"}`;
}

function getXml(url: string): ReturnType<typeof get> {
  return get(url, { accept: "application/xml, text/xml" });
}

/** The positions of a feed; an empty feed is one without any. */
function itemsIn(value: unknown): unknown[] | null {
  const feed = fieldOf(value, "workzag-jobs");
  return feed === undefined ? null : listOf(fieldOf(feed, "position"));
}

function isTextless(item: unknown): boolean {
  return !listOf(fieldOf(fieldOf(item, "jobDescriptions"), "jobDescription")).some((one) => textAt(one, "value") !== null);
}

/** One element, several, or none. */
function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : [value].flat();
}
