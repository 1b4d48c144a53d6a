import { z } from "zod";
import { type Address, countAt, get, isPathName, listedBy, listUnder, pathOf, textAt, urlPart } from "./address.ts";
import { type Board, hasAll, listIn } from "./board.ts";

// https://api.smartrecruiters.com/v1/companies/NAME/postings, which has no texts, and …/postings/ID, one posting with its text

const text = z.string().nullish();
const named = z.object({ label: text }).nullish();
const section = z.object({ title: text, text }).nullish();
const SmartRecruitersPosting = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  name: text,
  company: z.object({ identifier: text, name: text }).nullish(),
  releasedDate: text,
  location: z.object({ city: text, region: text, country: text, fullLocation: text, remote: z.boolean().nullish(), hybrid: z.boolean().nullish() }).nullish(),
  department: named,
  function: named,
  typeOfEmployment: named,
  language: z.object({ code: text }).nullish(),
  ref: text,
  postingUrl: text,
  jobAd: z.object({ sections: z.object({ companyDescription: section, jobDescription: section, qualifications: section, additionalInformation: section }).nullish() }).nullish(),
});
type SmartRecruitersPosting = z.infer<typeof SmartRecruitersPosting>;

const pageLength = 100;
const api = "https://api.smartrecruiters.com/v1/companies";

const address: Address = {
  example: "smartrecruiters:Visa",
  isName: isPathName,
  refIn: (url) => {
    const parts = pathOf(url);
    const name = /^(?:jobs|careers)\.smartrecruiters\.com$/.test(url.hostname) ? (parts[0] === "oneclick-ui" ? parts[2] : parts[0]) : url.hostname === "api.smartrecruiters.com" && parts[1] === "companies" ? parts[2] : undefined;
    return name === undefined || name === "external-referrals" ? null : { ats: "smartrecruiters", name };
  },
  page: ({ name }) => `https://careers.smartrecruiters.com/${urlPart(name)}`,
  list: ({ name }) => [get(listUrl(name, 0))],
  more: ({ name }, pages) => {
    const total = countAt(pages[0]?.value, "totalFound") ?? 0;
    return Array.from({ length: Math.max(0, Math.ceil(Math.min(total, 100_000) / pageLength) - 1) }, (_, i) => get(listUrl(name, (i + 1) * pageLength)));
  },
  items: (value) => listUnder(value, "content"),
  listed: (item) => listedBy(textAt(item, "id"), textAt(item, "releasedDate")),
  total: (pages) => countAt(pages[0]?.value, "totalFound"),
  details: ({ name }, _, id) => get(`${api}/${urlPart(name)}/postings/${urlPart(id)}`),
};

export const smartrecruiters: Board = {
  ats: "smartrecruiters",
  name: "SmartRecruiters",
  address,
  postingsIn: (value) => {
    const list = listIn(value, "content");
    return list.length > 0 && list.every((one) => hasAll(one, "id", "name")) && list.some((one) => hasAll(one, "releasedDate", "refNumber") || hasAll(one, "jobAd")) ? list : null;
  },
  schema: SmartRecruitersPosting,
  withoutText: "a list of SmartRecruiters has no texts, they come posting by posting; add the board itself and both are got: strata add smartrecruiters:NAME",
  convert: (posting: SmartRecruitersPosting, ref) => {
    const employer = ref?.name ?? posting.company?.identifier ?? /\/companies\/([^/?#]+)/.exec(posting.ref ?? "")?.[1] ?? null;
    return {
      employer,
      posting: {
        id: posting.id,
        company: posting.company?.name?.trim() || employer,
        title: posting.name?.trim(),
        location: locationOf(posting),
        posted_at: posting.releasedDate,
        url: posting.postingUrl ?? (employer === null ? null : `https://jobs.smartrecruiters.com/${urlPart(employer)}/${urlPart(posting.id)}`),
        department: posting.department?.label ?? posting.function?.label,
        employment_type: posting.typeOfEmployment?.label,
        remote: posting.location?.remote === true ? true : posting.location?.hybrid === true ? false : null,
        lang: posting.language?.code,
        description_html: bodyOf(posting),
      },
    };
  },
};

function listUrl(name: string, offset: number): string {
  return `${api}/${urlPart(name)}/postings?limit=${pageLength}&offset=${offset}`;
}

/** `remote: false` is also what an employer leaves who never touched the switch, so that it says nothing. */
function locationOf({ location }: SmartRecruitersPosting): string {
  const place = location?.fullLocation?.trim() || [location?.city, location?.region, location?.country?.toUpperCase()].map((part) => part?.trim()).filter(Boolean).join(", ");
  return [place, location?.remote === true ? "Remote" : location?.hybrid === true ? "Hybrid" : null].filter(Boolean).join(" · ");
}

function bodyOf({ jobAd }: SmartRecruitersPosting): string | null {
  const { companyDescription, jobDescription, qualifications, additionalInformation } = jobAd?.sections ?? {};
  const parts = [companyDescription, jobDescription, qualifications, additionalInformation].filter((one) => one?.text?.trim());
  return parts.map((one) => `${one!.title?.trim() ? `<h3>${one!.title.trim()}</h3>` : ""}${one!.text}`).join("\n") || null;
}
