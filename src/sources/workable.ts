import { z } from "zod";
import { type Address, get, isPathName, listedBy, listUnder, pathOf, textAt, urlPart } from "./address.ts";
import { type Board, hasAll, listIn } from "./board.ts";

// https://apply.workable.com/api/v1/widget/accounts/NAME?details=true; also the lists (api/v3) and postings (api/v2) of its careers pages

const text = z.string().nullish();
const Place = z.object({ city: text, region: text, country: text, hidden: z.boolean().nullish() });
const WorkablePosting = z.object({
  shortcode: z.string(),
  title: text,
  company: text,
  url: text,
  application_url: text,
  shortlink: text,
  published_on: text,
  published: text,
  department: z.union([z.string(), z.array(z.string())]).nullish(),
  employment_type: text,
  type: text,
  telecommuting: z.boolean().nullish(),
  remote: z.boolean().nullish(),
  workplace: text,
  language: text,
  city: text,
  state: text,
  country: text,
  location: Place.nullish(),
  locations: z.array(Place).nullish(),
  description: text,
  requirements: text,
  benefits: text,
});
type WorkablePosting = z.infer<typeof WorkablePosting>;

const address: Address = {
  example: "workable:huggingface",
  isName: isPathName,
  refIn: (url) => {
    const name = accountIn(url);
    return name === undefined ? null : { ats: "workable", name };
  },
  page: ({ name }) => `https://apply.workable.com/${urlPart(name)}/`,
  list: ({ name }) => [get(`https://apply.workable.com/api/v1/widget/accounts/${urlPart(name)}?details=true`)],
  items: (value) => withCompany(value, listUnder(value, "jobs")),
  // The list has the texts: nothing hangs on the stamp.
  listed: (item) => listedBy(textAt(item, "shortcode"), textAt(item, "published_on")),
};

export const workable: Board = {
  ats: "workable",
  name: "Workable",
  address,
  postingsIn: (value) => {
    const list = withCompany(value, listUnder(value, "jobs")) ?? listIn(value, "results");
    return list.length > 0 && list.every((one) => hasAll(one, "shortcode", "title")) ? list : null;
  },
  schema: WorkablePosting,
  withoutText: "this response has no texts; get it with ?details=true",
  convert: (posting: WorkablePosting, ref) => {
    const url = posting.url ?? posting.shortlink ?? `https://apply.workable.com/j/${urlPart(posting.shortcode)}`;
    const employer = ref?.name ?? /apply\.workable\.com\/([^/?#]+)\/j\//.exec(posting.application_url ?? url)?.[1] ?? null;
    return {
      employer,
      posting: {
        id: posting.shortcode,
        company: posting.company?.trim() || employer,
        title: posting.title?.trim(),
        location: locationOf(posting),
        posted_at: posting.published_on ?? posting.published,
        url,
        department: [posting.department].flat()[0] || null,
        employment_type: posting.employment_type || posting.type,
        remote: isRemote(posting),
        lang: posting.language,
        description_html: bodyOf(posting),
      },
    };
  },
};

/** apply.workable.com/NAME/j/…, NAME.workable.com, …/accounts/NAME; never a posting's short address, which does not say whose it is. */
function accountIn(url: URL): string | undefined {
  if (!/(?:^|\.)workable\.com$/.test(url.hostname)) return undefined;
  const parts = pathOf(url);
  const at = parts.indexOf("accounts");
  if (parts[0] === "api") return at < 0 ? undefined : parts[at + 1];
  const own = /^([^.]+)\.workable\.com$/.exec(url.hostname)?.[1];
  if (own === "apply") return parts[0] === "j" ? undefined : parts[0];
  return own === undefined || /^(?:www|jobs|help|resources|get|careers)$/.test(own) ? undefined : own;
}

/** The account's name stands above its postings. */
function withCompany(value: unknown, list: unknown[] | null): unknown[] | null {
  const company = textAt(value, "name");
  return list === null || company === null ? list : list.map((one) => (hasAll(one, "shortcode") ? { company, ...(one as object) } : one));
}

function isRemote({ workplace, telecommuting, remote }: WorkablePosting): boolean | null {
  if (workplace) return workplace === "remote";
  return (telecommuting ?? remote) === true ? true : null;
}

function locationOf(posting: WorkablePosting): string {
  const shown = (posting.locations ?? []).filter((place) => place.hidden !== true);
  const places = shown.length > 0 ? shown : [posting.location ?? { city: posting.city, region: posting.state, country: posting.country }];
  const names = places.map((place) => [...new Set([place.city, place.region, place.country].map((part) => part?.trim()))].filter(Boolean).join(", "));
  const way = posting.workplace === "hybrid" ? "Hybrid" : posting.workplace === "on_site" ? "On-site" : isRemote(posting) === true ? "Remote" : null;
  return [[...new Set(names)].filter(Boolean).join("; "), way].filter(Boolean).join(" · ");
}

function bodyOf({ description, requirements, benefits }: WorkablePosting): string | null {
  const parts = [description, requirements?.trim() ? `<h3>Requirements</h3>${requirements}` : null, benefits?.trim() ? `<h3>Benefits</h3>${benefits}` : null];
  return parts.filter((part) => part?.trim()).join("\n") || null;
}
