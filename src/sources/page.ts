import type { Found } from "../terms/found.ts";
import { checked } from "./board.ts";
import { jobPostingsIn } from "./job-posting.ts";
import { otherPage } from "./others.ts";

/** A web page: its schema.org JobPosting where it carries one, else the page's own text under its heading. */
export function pagePostings(html: string, url: string | null): Found[] {
  const stated = jobPostingsIn(html);
  if (stated.length > 0) return stated.map((posting, i) => checked({ ...posting, url: posting.url ?? url }, stated.length === 1 ? "page" : `posting ${i + 1}`, null));
  const other = otherPage(html);
  if (other !== null) return [{ problem: other }];
  const title = inside(html, "h1") ?? inside(html, "title");
  return [checked({ title, url, description_html: html }, "page", null)];
}

/** A text without any structure. What its first lines say of title and place is for the reader to tell. */
export function textPosting(text: string): Found {
  return checked({ description_text: text }, "text", null);
}

/** The markup between the first <tag …> and its end; null where there is none or it is empty. */
function inside(html: string, tag: string): string | null {
  const open = new RegExp(`<${tag}(?:\\s[^<>]*)?>`, "i").exec(html);
  if (open === null) return null;
  const start = open.index + open[0].length;
  const end = html.slice(start, start + 2000).search(new RegExp(`</${tag}\\b`, "i"));
  const text = end < 0 ? "" : html.slice(start, start + end).trim();
  return text === "" ? null : text;
}
