import { z } from "zod";
import { type Address, get, isHostName, listedBy, listUnder, textAt } from "./address.ts";
import { type Board, hasAll, listIn } from "./board.ts";
import { payText, periodOf } from "./salary.ts";

// https://NAME.recruitee.com/api/offers/, also on an employer's own domain

const text = z.string().nullish();
const figure = z.union([z.number(), z.string()]).nullish();
const RecruiteePosting = z.object({
  id: z.union([z.number(), z.string()]),
  title: text,
  company_name: text,
  careers_url: text,
  location: text,
  city: text,
  state_name: text,
  country: text,
  locations: z.array(z.object({ name: text, city: text, state: text, country: text })).nullish(),
  department: text,
  description: text,
  requirements: text,
  published_at: text,
  created_at: text,
  employment_type_code: text,
  remote: z.boolean().nullish(),
  hybrid: z.boolean().nullish(),
  on_site: z.boolean().nullish(),
  salary: z.object({ min: figure, max: figure, period: text, currency: text }).nullish(),
});
type RecruiteePosting = z.infer<typeof RecruiteePosting>;

const address: Address = {
  example: "recruitee:acme, or recruitee:jobs.acme.com",
  isName: isHostName,
  refIn: (url) => {
    const own = /^([^.]+)\.recruitee\.com$/.exec(url.hostname)?.[1];
    if (own !== undefined) return /^(?:www|api|app|docs|support|careers|help|jobs)$/.test(own) ? null : { ats: "recruitee", name: own };
    return /^\/api\/offers\/?$/.test(url.pathname) ? { ats: "recruitee", name: url.hostname } : null;
  },
  mark: /\brecruiteecdn\.com\//,
  page: (ref) => `https://${hostOf(ref.name)}/`,
  list: (ref) => [get(`https://${hostOf(ref.name)}/api/offers/`)],
  items: (value) => listUnder(value, "offers"),
  listed: (item) => listedBy(textAt(item, "id"), textAt(item, "updated_at") ?? textAt(item, "published_at")),
};

export const recruitee: Board = {
  ats: "recruitee",
  name: "Recruitee",
  address,
  postingsIn: (value) => {
    const list = listIn(value, "offers");
    return list.length > 0 && list.every((one) => hasAll(one, "id", "title")) && list.some((one) => hasAll(one, "careers_url", "slug")) ? list : null;
  },
  schema: RecruiteePosting,
  convert: (posting: RecruiteePosting, ref) => {
    const host = /^https?:\/\/([^/?#]+)/.exec(posting.careers_url ?? "")?.[1]?.toLowerCase() ?? null;
    const employer = ref?.name ?? host?.replace(/\.recruitee\.com$/, "") ?? null;
    return {
      employer,
      posting: {
        id: posting.id,
        company: posting.company_name?.trim() || employer,
        title: posting.title?.trim(),
        location: locationOf(posting),
        salary_raw: salaryOf(posting),
        posted_at: isoOf(posting.published_at ?? posting.created_at),
        url: posting.careers_url,
        department: posting.department,
        employment_type: posting.employment_type_code?.replaceAll("_", " "),
        remote: posting.remote === true ? true : posting.hybrid === true || posting.on_site === true ? false : null,
        description_html: [posting.description, posting.requirements].filter((part) => part?.trim()).join("\n") || null,
      },
    };
  },
};

/** A name with a dot is an own domain. */
function hostOf(name: string): string {
  return name.includes(".") ? name : `${name}.recruitee.com`;
}

/** "2026-06-08 13:03:54 UTC" → "2026-06-08T13:03:54Z" */
function isoOf(time: string | null | undefined): string | null {
  return time?.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) UTC$/, "$1T$2Z") ?? null;
}

function locationOf(posting: RecruiteePosting): string {
  const many = (posting.locations ?? []).map((place) => [...new Set([place.city || place.name, place.state, place.country].map((part) => part?.trim()))].filter(Boolean).join(", "));
  const one = posting.location?.trim() || [posting.city, posting.state_name, posting.country].map((part) => part?.trim()).filter(Boolean).join(", ");
  const way = posting.hybrid === true ? "Hybrid" : posting.remote === true ? "Remote" : posting.on_site === true ? "On-site" : null;
  return [many.length > 1 ? [...new Set(many)].filter(Boolean).join("; ") : one, way].filter(Boolean).join(" · ");
}

function salaryOf({ salary }: RecruiteePosting): string | null {
  if (!salary) return null;
  return payText({ label: "Salary", currency: salary.currency, min: numberOf(salary.min), max: numberOf(salary.max), period: periodOf(salary.period) });
}

function numberOf(value: string | number | null | undefined): number | null {
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value ?? Number.NaN);
  return Number.isFinite(number) && number > 0 ? number : null;
}
