import { z } from "zod";
import type { BoardRef } from "../terms/board-ref.ts";
import { type Address, type BoardRequest, countAt, get, listedBy, listUnder, pathOf, textAt, urlPart } from "./address.ts";
import { type Board, hasAll, listIn } from "./board.ts";

// https://TENANT.wdN.myworkdayjobs.com/wday/cxs/TENANT/SITE/jobs (POST), which has no texts, and …/SITE/job/…, one posting with its text.
// A board is named TENANT.wdN/SITE: an employer may have several sites, and the number of the data centre is part of the address.

const text = z.string().nullish();
const WorkdayPosting = z.object({
  title: text,
  externalPath: text,
  locationsText: text,
  jobPostingInfo: z.object({
    title: text, jobDescription: text, location: text, additionalLocations: z.array(z.string()).nullish(), country: z.object({ descriptor: text }).nullish(),
    startDate: text, timeType: text, remoteType: text, jobReqId: text, jobPostingId: text, externalUrl: text,
  }).nullish(),
  hiringOrganization: z.object({ name: text }).nullish(),
});
type WorkdayPosting = z.infer<typeof WorkdayPosting>;

const pageLength = 20;
/** However many there are, the list says at most so many, and ends there. */
const mostListed = 2000;

const address: Address = {
  example: "workday:nvidia.wd5/NVIDIAExternalCareerSite",
  hosts: ["myworkdaysite.com"],
  isName: (name) => /^[a-z0-9_-]{1,63}\.wd\d{1,4}\/[\w-]{1,100}$/i.test(name),
  refIn,
  page: (ref) => `${siteUrl(ref)}`,
  list: (ref) => [listRequest(ref, 0)],
  more: (ref, pages) => {
    const total = Math.min(countAt(pages[0]?.value, "total") ?? 0, mostListed);
    return Array.from({ length: Math.max(0, Math.ceil(total / pageLength) - 1) }, (_, i) => listRequest(ref, (i + 1) * pageLength));
  },
  items: (value) => listUnder(value, "jobPostings"),
  // The list has no time of change ("Posted 3 Days Ago" changes by itself): title and place are what can be seen to change.
  listed: (item) => listedBy(idIn(textAt(item, "externalPath")), `${textAt(item, "title") ?? ""}\n${textAt(item, "locationsText") ?? ""}`),
  total: (pages) => countAt(pages[0]?.value, "total"),
  bound: (pages) => ((countAt(pages[0]?.value, "total") ?? 0) >= mostListed ? `Workday lists ${mostListed.toLocaleString("en-US")} postings at most, and this board has that many or more` : null),
  details: (ref, item) => get(`${apiUrl(ref)}${pathIn(textAt(item, "externalPath"))}`),
};

export const workday: Board = {
  ats: "workday",
  name: "Workday",
  address,
  postingsIn: (value) => {
    if (hasAll(value, "jobPostingInfo")) return [value];
    const list = listIn(value, "jobPostings");
    return list.length > 0 && list.every((one) => hasAll(one, "title", "externalPath")) ? list : null;
  },
  schema: WorkdayPosting,
  withoutText: "a list of Workday has no texts, they come posting by posting; add the board itself and both are got: strata add https://TENANT.wdN.myworkdayjobs.com/SITE",
  convert: (posting: WorkdayPosting, ref) => {
    const info = posting.jobPostingInfo;
    const url = info?.externalUrl ?? (ref === null || !posting.externalPath ? null : `${siteUrl(ref)}${pathIn(posting.externalPath)}`);
    const stands = ref ?? boardOf(url);
    return {
      employer: stands?.name ?? null,
      posting: {
        id: idIn(url) ?? info?.jobReqId ?? info?.jobPostingId ?? idIn(posting.externalPath),
        company: posting.hiringOrganization?.name?.trim() || (stands?.name.split(".")[0] ?? null),
        title: (info?.title ?? posting.title)?.trim(),
        location: info ? locationOf(info) : posting.locationsText,
        posted_at: info?.startDate,
        url,
        employment_type: info?.timeType,
        remote: /^(?:fully )?remote$/i.test(info?.remoteType?.trim() ?? "") ? true : null,
        description_html: info?.jobDescription,
      },
    };
  },
};

/** TENANT.wdN.myworkdayjobs.com/[en-US/]SITE/…, …/wday/cxs/TENANT/SITE/…, wdN.myworkdaysite.com/[en-US/]recruiting/TENANT/SITE/… */
function refIn(url: URL): BoardRef | null {
  const parts = pathOf(url).filter((part, i) => i > 0 || !/^[a-z]{2}(?:-[A-Z]{2})?$/.test(part));
  const cxs = parts[0] === "wday" && parts[1] === "cxs";
  const [, tenant, centre] = /^([a-z0-9_-]+)\.(wd\d+)\.myworkdayjobs\.com$/.exec(url.hostname) ?? [];
  if (tenant !== undefined) {
    const site = cxs ? parts[3] : parts[0] === "wday" ? undefined : parts[0];
    return site === undefined ? null : { ats: "workday", name: `${tenant}.${centre}/${site}` };
  }
  const shared = /^(wd\d+)\.myworkdaysite\.com$/.exec(url.hostname)?.[1];
  if (shared === undefined || !(cxs || parts[0] === "recruiting")) return null;
  const [name, site] = cxs ? parts.slice(2) : parts.slice(1);
  return name === undefined || site === undefined ? null : { ats: "workday", name: `${name}.${shared}/${site}`, host: "myworkdaysite.com" };
}

function boardOf(url: string | null): BoardRef | null {
  try {
    return url === null ? null : refIn(new URL(url));
  } catch {
    return null;
  }
}

function partsOf({ name, host }: BoardRef): { tenant: string; site: string; origin: string; shared: boolean } {
  const [, tenant = "", centre = "", site = ""] = /^([^.]+)\.(wd\d+)\/(.+)$/.exec(name) ?? [];
  const shared = host === "myworkdaysite.com";
  return { tenant, site, shared, origin: shared ? `https://${centre}.myworkdaysite.com` : `https://${tenant}.${centre}.myworkdayjobs.com` };
}

function siteUrl(ref: BoardRef): string {
  const { tenant, site, origin, shared } = partsOf(ref);
  return shared ? `${origin}/recruiting/${tenant}/${site}` : `${origin}/${site}`;
}

function apiUrl(ref: BoardRef): string {
  const { tenant, site, origin } = partsOf(ref);
  return `${origin}/wday/cxs/${tenant}/${site}`;
}

function listRequest(ref: BoardRef, offset: number): BoardRequest {
  const { url, headers } = get(`${apiUrl(ref)}/jobs`, { "content-type": "application/json" });
  return { url, method: "POST", headers, body: JSON.stringify({ appliedFacets: {}, limit: pageLength, offset, searchText: "" }) };
}

/** A posting's path as an address may carry it: what is no path of a posting would lead elsewhere on the host. */
function pathIn(path: string | null | undefined): string {
  const parts = (path ?? "").split("/").filter((part) => !/^(?:\.|%2e){0,2}$/i.test(part));
  return parts.map((part) => `/${urlPart(part).replaceAll("%25", "%")}`).join("");
}

/** What stands behind the last "_" of a posting's path: `"/job/Zurich/Engineer_JR2021016-1"` → `"JR2021016-1"`; the last part where there is none. */
function idIn(path: string | null | undefined): string | null {
  const last = path?.split(/[?#]/)[0]!.split("/").findLast((part) => part !== "") ?? "";
  return last.slice(last.lastIndexOf("_") + 1) || null;
}

function locationOf(info: NonNullable<WorkdayPosting["jobPostingInfo"]>): string {
  const country = info.country?.descriptor?.trim();
  const places = [...new Set([info.location, ...(info.additionalLocations ?? [])].map((place) => place?.trim() ?? ""))].filter((place) => place !== "");
  if (country && !places[0]?.includes(country)) places[0] = [places[0], country].filter(Boolean).join(", ");
  return [places.join("; "), info.remoteType?.trim()].filter(Boolean).join(" · ");
}
