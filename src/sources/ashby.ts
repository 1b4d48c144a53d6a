import { z } from "zod";
import { get, isPathName, listedBy, listUnder, pathOf, textAt, urlPart } from "./address.ts";
import { type Board, hasAll, listIn } from "./board.ts";
import { payText, periodOf } from "./salary.ts";

// https://api.ashbyhq.com/posting-api/job-board/NAME?includeCompensation=true

const text = z.string().nullish();
const Component = z.object({ summary: text, compensationType: text, interval: text, currencyCode: text, minValue: z.number().nullish(), maxValue: z.number().nullish() });
const Address = z.object({ postalAddress: z.object({ addressLocality: text, addressRegion: text, addressCountry: text }).nullish() }).nullish();
const AshbyPosting = z.object({
  id: z.string(),
  title: text,
  department: text,
  team: text,
  employmentType: text,
  location: text,
  address: Address,
  secondaryLocations: z.array(z.object({ location: text, address: Address })).nullish(),
  publishedAt: text,
  isRemote: z.boolean().nullish(),
  workplaceType: text,
  jobUrl: text,
  descriptionHtml: text,
  descriptionPlain: text,
  compensation: z.object({ compensationTiers: z.array(z.object({ title: text, additionalInformation: text, components: z.array(Component).nullish() })).nullish() }).nullish(),
});
type AshbyPosting = z.infer<typeof AshbyPosting>;

export const ashby: Board = {
  ats: "ashby",
  name: "Ashby",
  address: {
    example: "ashby:openai",
    isName: isPathName,
    refIn: (url) => {
      const parts = pathOf(url);
      const name = url.hostname === "jobs.ashbyhq.com" ? parts[0] : url.hostname === "api.ashbyhq.com" && parts[0] === "posting-api" ? parts[2] : undefined;
      return name === undefined || name === "api" ? null : { ats: "ashby", name };
    },
    page: ({ name }) => `https://jobs.ashbyhq.com/${urlPart(name)}`,
    list: ({ name }) => [get(`https://api.ashbyhq.com/posting-api/job-board/${urlPart(name)}?includeCompensation=true`)],
    items: (value) => listUnder(value, "jobs"),
    listed: (item) => listedBy(textAt(item, "id"), textAt(item, "publishedAt")),
  },
  postingsIn: (value) => {
    const list = listIn(value, "jobs");
    return list.length > 0 && list.every((one) => hasAll(one, "id", "title")) && list.some((one) => hasAll(one, "jobUrl", "publishedAt") || hasAll(one, "descriptionHtml", "isListed")) ? list : null;
  },
  schema: AshbyPosting,
  convert: (posting: AshbyPosting) => {
    const employer = employerIn(posting.jobUrl);
    return {
      employer,
      posting: {
        id: posting.id,
        company: employer,
        title: posting.title?.trim(),
        location: locationOf(posting),
        salary_raw: salaryOf(posting),
        posted_at: posting.publishedAt,
        url: posting.jobUrl,
        department: posting.team ?? posting.department,
        employment_type: posting.employmentType,
        remote: posting.workplaceType ? posting.workplaceType === "Remote" : posting.isRemote,
        description_html: posting.descriptionHtml,
        description_text: posting.descriptionHtml ? null : posting.descriptionPlain,
      },
    };
  },
};

/** The board's name in its address; null where the address is damaged. */
function employerIn(url: string | null | undefined): string | null {
  const name = /ashbyhq\.com\/([^/?#]+)/.exec(url ?? "")?.[1];
  try {
    return name === undefined ? null : decodeURIComponent(name);
  } catch {
    return null;
  }
}

/** Offices as the board names them, with the address where it says more; how the work is done in its own words. */
function locationOf({ location, address, secondaryLocations, workplaceType }: AshbyPosting): string {
  const offices = [{ location, address }, ...(secondaryLocations ?? [])].map((office) => officeOf(office.location, office.address)).filter((office) => office !== "");
  const way = workplaceType === "Hybrid" ? "Hybrid" : workplaceType === "OnSite" ? "On-site" : null;
  return [[...new Set(offices)].join("; "), way].filter(Boolean).join(" · ");
}

function officeOf(location: string | null | undefined, address: z.infer<typeof Address>): string {
  const name = location?.trim() ?? "";
  const { addressLocality: city, addressRegion: state, addressCountry: country } = address?.postalAddress ?? {};
  // Regions outside North America are typed in by hand, often wrong, and never needed to tell the place.
  const parts = [city, /^(US|USA|United States|Canada)\b/.test(country?.trim() ?? "") ? state : null, country].map((part) => part?.trim() ?? "");
  const more = parts.filter((part, i) => part !== "" && !name.includes(part) && parts.indexOf(part) === i);
  return more.length === 0 ? name : name === "" ? more.join(", ") : `${name}, ${more.join(", ")}`;
}

/** Tiers one after the other: salaries as figures, the rest ("Offers Equity") in the board's words. */
function salaryOf({ compensation }: AshbyPosting): string | null {
  const tiers = (compensation?.compensationTiers ?? []).map((tier) => {
    const parts = (tier.components ?? []).map((part) =>
      part.compensationType === "Salary"
        ? payText({ label: tier.title?.trim() || "Salary", currency: part.currencyCode, min: part.minValue, max: part.maxValue, period: periodOf(part.interval), note: /\bOTE\b/.test(part.summary ?? "") ? "OTE" : null })
        : part.summary?.trim(),
    );
    const salaries = parts.filter((_, i) => tier.components![i]!.compensationType === "Salary");
    const others = parts.filter((_, i) => tier.components![i]!.compensationType !== "Salary");
    return [...salaries, ...others].filter(Boolean).join(" • ");
  });
  return tiers.filter(Boolean).join("; ") || null;
}
