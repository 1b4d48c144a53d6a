import { z } from "zod";
import { get, isPathName, listedBy, type ListPage, pathOf, textAt, urlPart } from "./address.ts";
import { type Board, hasAll, listIn } from "./board.ts";
import { payText, periodOf } from "./salary.ts";

// https://api.lever.co/v0/postings/NAME?mode=json, and one posting of it

const text = z.string().nullish();
const LeverPosting = z.object({
  id: z.string(),
  text,
  categories: z.object({ location: text, allLocations: z.array(z.string()).nullish(), team: text, department: text, commitment: text }).nullish(),
  country: text,
  workplaceType: text,
  createdAt: z.number().nullish(),
  hostedUrl: text,
  description: text,
  descriptionPlain: text,
  lists: z.array(z.object({ text, content: text })).nullish(),
  additional: text,
  additionalPlain: text,
  salaryRange: z.object({ currency: text, interval: text, min: z.number().nullish(), max: z.number().nullish() }).nullish(),
  salaryDescription: text,
  salaryDescriptionPlain: text,
});
type LeverPosting = z.infer<typeof LeverPosting>;

export const lever: Board = {
  ats: "lever",
  name: "Lever",
  address: {
    example: "lever:mistral",
    hosts: ["eu"],
    isName: isPathName,
    refIn: (url) => {
      const parts = pathOf(url);
      const name = /^jobs\.(?:eu\.)?lever\.co$/.test(url.hostname) ? parts[0] : /^api\.(?:eu\.)?lever\.co$/.test(url.hostname) && parts[1] === "postings" ? parts[2] : undefined;
      return name === undefined ? null : { ats: "lever", name, ...(url.hostname.includes(".eu.") ? { host: "eu" } : {}) };
    },
    page: ({ name, host }) => `https://jobs.${host === "eu" ? "eu." : ""}lever.co/${urlPart(name)}`,
    list: (ref) => [get(listUrl(ref))],
    otherwise: (ref) => (ref.host === undefined ? { ...ref, host: "eu" } : null),
    more: (ref, pages) => {
      const skip = pages.reduce((sum, page) => sum + lengthOf(page), 0);
      return mayBeCut(pages) ? [get(`${listUrl(ref)}&skip=${skip}`)] : [];
    },
    items: (value) => (Array.isArray(value) ? value : null),
    listed: (item) => listedBy(textAt(item, "id"), textAt(item, "updatedAt") ?? textAt(item, "createdAt")),
  },
  postingsIn: (value) => {
    const list = listIn(value, "data");
    return list.length > 0 && list.every((one) => hasAll(one, "id", "text")) && list.some((one) => hasAll(one, "categories") || hasAll(one, "hostedUrl")) ? list : null;
  },
  schema: LeverPosting,
  convert: (posting: LeverPosting) => {
    const employer = /lever\.co\/([^/?#]+)/.exec(posting.hostedUrl ?? "")?.[1] ?? null;
    return {
      employer,
      posting: {
        id: posting.id,
        company: employer,
        title: posting.text?.trim(),
        location: locationOf(posting),
        salary_raw: posting.salaryRange ? payText({ label: labelOf(posting.salaryRange.interval), ...posting.salaryRange, period: periodOf(posting.salaryRange.interval) }) : null,
        posted_at: timeOf(posting.createdAt),
        url: posting.hostedUrl,
        department: posting.categories?.team ?? posting.categories?.department,
        employment_type: posting.categories?.commitment,
        remote: posting.workplaceType === "remote" ? true : posting.workplaceType === "hybrid" || posting.workplaceType === "onsite" ? false : null,
        description_html: bodyOf(posting),
        description_text: posting.descriptionPlain,
      },
    };
  },
};

function listUrl({ name, host }: { name: string; host?: string | undefined }): string {
  return `https://api.${host === "eu" ? "eu." : ""}lever.co/v0/postings/${urlPart(name)}?mode=json`;
}

/** Lever states no total and documents no limit for one answer. An answer of a round number of postings may be one that was cut: the next page tells. */
function mayBeCut(pages: readonly ListPage[]): boolean {
  const last = pages.at(-1);
  return last !== undefined && lengthOf(last) > 0 && lengthOf(last) % 50 === 0;
}

function lengthOf({ value }: ListPage): number {
  return Array.isArray(value) ? value.length : 0;
}

/** All places; the country's name with the first, whose it is; how the work is done. */
function locationOf({ categories, country, workplaceType }: LeverPosting): string {
  const places = [...new Set([categories?.location, ...(categories?.allLocations ?? [])].map((place) => place?.trim() ?? ""))].filter((place) => place !== "");
  const name = country && /^[A-Z]{2}$/.test(country) ? new Intl.DisplayNames(["en"], { type: "region" }).of(country) : null;
  if (name && !places[0]?.includes(name)) places[0] = [places[0], name].filter(Boolean).join(", ");
  const way = workplaceType === "hybrid" ? "Hybrid" : workplaceType === "onsite" ? "On-site" : workplaceType === "remote" ? "Remote" : null;
  return [places.join("; "), way].filter(Boolean).join(" · ");
}

/** The body as Lever shows it: opening and body, the lists with their headings, pay in words, the closing. */
function bodyOf({ description, lists, salaryDescription, additional }: LeverPosting): string | null {
  const parts = (lists ?? []).map((list) => `<h3>${list.text ?? ""}</h3><ul>${list.content ?? ""}</ul>`);
  return [description, ...parts, salaryDescription, additional].filter(Boolean).join("\n") || null;
}

/** Milliseconds since 1970 as a time; null where there is no such day. */
function timeOf(createdAt: number | null | undefined): string | null {
  const time = new Date(createdAt || NaN);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** Intervals read "per-year-salary", "per-hour-wage". */
function labelOf(interval: string | null | undefined): string | null {
  return /salary/.test(interval ?? "") ? "Salary" : null;
}
