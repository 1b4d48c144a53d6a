import { z } from "zod";
import { countAt, fieldOf, get, isPathName, listedBy, listUnder, pathOf, textAt, urlPart } from "./address.ts";
import { type Board, hasAll, listIn } from "./board.ts";
import { payText } from "./salary.ts";

// https://boards-api.greenhouse.io/v1/boards/NAME/jobs?content=true&pay_transparency=true, and one posting of it

const text = z.string().nullish();
const GreenhousePosting = z.object({
  id: z.union([z.number(), z.string()]),
  title: text,
  company_name: text,
  location: z.object({ name: text }).nullish(),
  offices: z.array(z.object({ name: text, location: text })).nullish(),
  departments: z.array(z.object({ name: text })).nullish(),
  absolute_url: text,
  first_published: text,
  updated_at: text,
  language: text,
  content: text,
  pay_input_ranges: z.array(z.object({ min_cents: z.number().nullish(), max_cents: z.number().nullish(), currency_type: text, title: text, blurb: text })).nullish(),
});
type GreenhousePosting = z.infer<typeof GreenhousePosting>;

export const greenhouse: Board = {
  ats: "greenhouse",
  name: "Greenhouse",
  address: {
    example: "greenhouse:anthropic",
    hosts: ["eu"],
    isName: isPathName,
    refIn: (url) => {
      const name = tokenIn(url);
      return name === undefined ? null : { ats: "greenhouse", name, ...(url.hostname.endsWith(".eu.greenhouse.io") ? { host: "eu" } : {}) };
    },
    page: ({ name, host }) => `https://job-boards.${host === "eu" ? "eu." : ""}greenhouse.io/${urlPart(name)}`,
    list: ({ name, host }) => [get(`https://boards-api.${host === "eu" ? "eu." : ""}greenhouse.io/v1/boards/${urlPart(name)}/jobs?content=true&pay_transparency=true`)],
    otherwise: (ref) => (ref.host === undefined ? { ...ref, host: "eu" } : null),
    items: (value) => listUnder(value, "jobs"),
    listed: (item) => listedBy(textAt(item, "id"), textAt(item, "updated_at")),
    total: (pages) => countAt(fieldOf(pages[0]?.value, "meta"), "total"),
  },
  postingsIn: (value) => {
    const list = listIn(value, "jobs");
    return list.length > 0 && list.every((one) => hasAll(one, "id", "title")) && list.some((one) => hasAll(one, "absolute_url") && (hasAll(one, "internal_job_id") || hasAll(one, "content"))) ? list : null;
  },
  schema: GreenhousePosting,
  withoutText: "this response has no texts; get it with ?content=true",
  convert: (posting: GreenhousePosting) => {
    const token = /greenhouse\.io\/(?:v1\/boards\/)?([^/?#]+)/.exec(posting.absolute_url ?? "")?.[1] ?? null;
    const company = posting.company_name?.trim() || token;
    return {
      employer: token ?? company,
      posting: {
        id: posting.id,
        company,
        title: posting.title?.trim(),
        location: locationOf(posting),
        salary_raw: salaryOf(posting),
        posted_at: posting.first_published ?? posting.updated_at,
        url: posting.absolute_url,
        department: posting.departments?.[0]?.name,
        lang: posting.language,
        // Its content is markup that was escaped once more; the reader knows that form.
        description_html: posting.content,
      },
    };
  },
};

/** boards.greenhouse.io/NAME, job-boards.…/NAME/jobs/1, boards-api.…/v1/boards/NAME/jobs, …/embed/job_board/js?for=NAME */
function tokenIn(url: URL): string | undefined {
  if (!/^(?:boards|job-boards|boards-api|api)(?:\.eu)?\.greenhouse\.io$/.test(url.hostname)) return undefined;
  const parts = pathOf(url);
  if (parts[0] === "embed") return url.searchParams.get("for") ?? undefined;
  return parts[0] === "v1" ? (parts[1] === "boards" ? parts[2] : undefined) : parts[0];
}

/** The place in the board's words, then the addresses of offices that say more ("London" → "London, United Kingdom"). */
function locationOf({ location, offices }: GreenhousePosting): string {
  const name = location?.name?.trim() ?? "";
  const addresses = (offices ?? []).map((office) => office.location?.trim() ?? "").filter((address) => name !== "" && address.startsWith(`${name},`));
  return addresses[0] ?? name;
}

/** Greenhouse gives cents and no period; the blurb beside the first range tells what the ranges are. */
function salaryOf({ pay_input_ranges: ranges }: GreenhousePosting): string | null {
  const said = (ranges ?? []).map((range) =>
    payText({ label: range.title, currency: range.currency_type, min: inUnits(range.min_cents), max: inUnits(range.max_cents), note: range.blurb?.replaceAll(/<[^<>]*>/g, " ").replaceAll(/&[a-z#0-9]+;|\s+/gi, " ").trim().slice(0, 300) }),
  );
  return said.filter(Boolean).join("; ") || null;
}

function inUnits(cents: number | null | undefined): number | null {
  return cents === null || cents === undefined ? null : cents / 100;
}
