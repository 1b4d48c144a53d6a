import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { htmlToText } from "../../src/reading/layout.ts";
import { findGolden } from "../golden.ts";
import { slowText } from "./slow-html.ts";

const bodies = findGolden().map(({ posting }) => posting.description_html ?? "").filter((html) => html !== "");

test("markup becomes what its slow twin makes of it, for every sample posting and wherever it is cut", () => {
  expect(bodies.length).toBeGreaterThan(20);
  for (const [n, html] of bodies.entries()) {
    expect(htmlToText(html)).toEqual(slowText(html));
    for (let cut = n % 41; cut < html.length; cut += 41) expect(htmlToText(html.slice(cut, cut + 300))).toEqual(slowText(html.slice(cut, cut + 300)));
  }
});

test("and for any markup", () => {
  const part = constantFrom(
    "<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<br>", "<br/>", "<h2>", "</h2>", "<b>", "</b>", "<STRONG class='a>b'>", "</strong>", "<td>", "</td>", "<div style=\"x\">", "</div>",
    "<script>", "</script>", "<svg/>", "<svg>", "</svg >", "<select>", "<!-- a > b -->", "<!--", "<", ">", "</", "< a", "<a href=x", "<custom-tag>", "\"", "'", "=",
    "&amp;", "&nbsp;", "&lt;", "&#8217;", "&#x2019", "&#150;", "&#0;", "&#x1F600;", "&zwnj;", "&bogus;", "&", "&#", "&e", "&Eacute",
    "word", "two words", "a", ":", " ", "  ", "\n", "\t", "\u00a0", "\u200b", "\u2009", "\u00ad", "é", "日本", "😀", "\u200d", "•", "\ufeff",
  );
  assert(property(array(part, { maxLength: 30 }), (parts) => {
    expect(htmlToText(parts.join(""))).toEqual(slowText(parts.join("")));
  }), { numRuns: 3000 });
});
