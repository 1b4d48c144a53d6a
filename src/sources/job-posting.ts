import { z } from "zod";
import type { Posting } from "../terms/posting.ts";
import { microdataIn } from "./microdata.ts";
import { payText, periodOf } from "./salary.ts";

// https://schema.org/JobPosting as JSON-LD or microdata in a page. Pages write each field as a text, an object or a list of either.

const loose = z.unknown().optional();
const JobPosting = z.object({
  title: loose, name: loose, description: loose, identifier: loose, url: loose, datePosted: loose, validThrough: loose, employmentType: loose, hiringOrganization: loose,
  jobLocation: loose, jobLocationType: loose, applicantLocationRequirements: loose, baseSalary: loose, inLanguage: loose,
});
type JobPosting = z.infer<typeof JobPosting>;

/** How deep a page may hide its posting: list, @graph, mainEntity. */
const deepest = 6;

/** All postings that a page states: in JSON-LD, else in microdata; pages that have both say the same in both. A block that is not JSON is passed over: the page's text still says what it says. */
export function jobPostingsIn(html: string): Partial<Posting>[] {
  const found: JobPosting[] = [];
  for (const block of jsonBlocks(html)) {
    try {
      collect(JSON.parse(block), found, 0);
    } catch {
      continue;
    }
  }
  const stated = found.map(convert).filter((posting) => posting.description_html);
  return stated.length > 0 ? stated : microdataIn(html).flatMap((item) => fromJsonLd(item) ?? []).filter((posting) => posting.description_html);
}

/** A JobPosting that is already parsed, in our words; null where it is none. */
export function fromJsonLd(value: unknown): Partial<Posting> | null {
  const parsed = JobPosting.safeParse(value);
  return parsed.success ? convert(parsed.data) : null;
}

function* jsonBlocks(html: string): Generator<string> {
  const open = /<script\b/gi;
  const close = /<\/script/gi;
  for (let match = open.exec(html); match !== null; match = open.exec(html)) {
    const tagEnd = html.indexOf(">", open.lastIndex);
    if (tagEnd < 0) return;
    close.lastIndex = tagEnd;
    const end = close.exec(html)?.index;
    if (end === undefined) return;
    open.lastIndex = end;
    if (!html.slice(match.index, Math.min(tagEnd, match.index + 500)).toLowerCase().includes("application/ld+json")) continue;
    // Some pages wrap the block in a comment or CDATA, and break lines inside its texts.
    yield html.slice(tagEnd + 1, end).trim().replaceAll(/^(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)$/g, "").replaceAll(/[\n\r\t]+/g, " ");
  }
}

function collect(value: unknown, found: JobPosting[], depth: number): void {
  if (typeof value !== "object" || value === null || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found, depth + 1);
    return;
  }
  const fields = value as Record<string, unknown>;
  if ([fields["@type"]].flat().includes("JobPosting")) {
    const parsed = JobPosting.safeParse(value);
    if (parsed.success) found.push(parsed.data);
  } else for (const name of ["@graph", "mainEntity", "itemListElement", "item"]) collect(fields[name], found, depth + 1);
}

function convert(stated: JobPosting): Partial<Posting> {
  const remote = textsOf(stated.jobLocationType).some((type) => /telecommute/i.test(type));
  return {
    id: textsOf(get(stated.identifier, "value") ?? stated.identifier)[0] ?? null,
    company: textsOf(get(stated.hiringOrganization, "name") ?? stated.hiringOrganization)[0] ?? null,
    title: (textsOf(stated.title)[0] ?? textsOf(stated.name)[0])?.trim() ?? null,
    location: locationOf(stated, remote),
    salary_raw: salaryOf(stated.baseSalary),
    posted_at: textsOf(stated.datePosted)[0] ?? null,
    closed_at: null,
    url: textsOf(stated.url)[0] ?? null,
    employment_type: textsOf(stated.employmentType).join(", ") || null,
    remote: remote ? true : null,
    description_html: textsOf(stated.description)[0] ?? null,
  };
}

function locationOf({ jobLocation, applicantLocationRequirements }: JobPosting, remote: boolean): string | null {
  const places = listOf(jobLocation).map((place) => addressOf(get(place, "address") ?? place));
  const allowed = listOf(applicantLocationRequirements).flatMap((area) => textsOf(get(area, "name")));
  const all = [...new Set([...places, ...(remote && allowed.length > 0 ? [`Remote (${allowed.join(", ")})`] : [])])].filter((place) => place !== "");
  return all.join("; ") || null;
}

function addressOf(address: unknown): string {
  if (typeof address === "string") return address.trim();
  const parts = ["addressLocality", "addressRegion", "addressCountry"].flatMap((name) => textsOf(get(get(address, name), "name") ?? get(address, name)));
  return [...new Set(parts.map((part) => part.trim()))].filter((part) => part !== "").join(", ");
}

function salaryOf(salary: unknown): string | null {
  const value = get(salary, "value");
  const amount = (name: string): number | null => {
    const given = Number(get(value, name) ?? get(salary, name) ?? Number.NaN);
    return Number.isFinite(given) && given > 0 ? given : null;
  };
  const single = Number(typeof value === "object" ? get(value, "value") : (value ?? Number.NaN));
  const lone = Number.isFinite(single) && single > 0 ? single : null;
  const unit = textsOf(get(value, "unitText") ?? get(salary, "unitText"))[0];
  return payText({ label: "Base salary", currency: textsOf(get(salary, "currency") ?? get(value, "currency"))[0] ?? null, min: amount("minValue") ?? lone, max: amount("maxValue") ?? lone, period: periodOf(unit) });
}

function get(value: unknown, name: string): unknown {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "object" && one !== null ? (one as Record<string, unknown>)[name] : undefined;
}

function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : [value].flat();
}

function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((one) => (typeof one === "string" ? [one] : typeof one === "number" ? [String(one)] : []));
}
