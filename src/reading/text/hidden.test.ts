import { expect, test } from "vitest";
import { withoutHidden } from "./hidden.ts";

test.each([
  ['<p>a</p><p style="display:none">b</p>', "<p>a</p>", ["b"]],
  ["<div>a<div hidden>b<div>c</div>d</div>e</div>", "<div>ae</div>", ["b<div>c</div>d"]],
  ["<span style='color: red; VISIBILITY : hidden'>a</span>b", "b", ["a"]],
  ['<span style="font-size:0px;">a</span><i style="opacity: 0 !important">b</i>c', "c", ["a", "b"]],
  ["<p style=display:none>a<p>b</p>", "<p>b</p>", ["a"]],
  ["<p hidden>a<ul><li>b</li></ul><p>c</p>", "<ul><li>b</li></ul><p>c</p>", ["a"]],
  ["<div><p hidden>a <b>b</b></div>c<p>d</p>", "<div></div>c<p>d</p>", ["a <b>b</b>"]],
  ['<section hidden="until-found">a</section>b', "b", ["a"]],
  ["<DIV HIDDEN>a</DIV>b", "b", ["a"]],
  ["<!-- <p hidden> --><p>a</p><p hidden>b</p>", "<!-- <p hidden> --><p>a</p>", ["b"]],
  ['<div hidden><div style="display:none">a</div></div>b', "b", ['<div style="display:none">a</div>']],
])("hidden: %s", (html, kept, hidden) => expect(withoutHidden(html)).toEqual({ html: kept, hidden }));

test.each([
  "<p>The hidden cost of models</p>",
  '<p class="hidden" title="not hidden here">a</p>',
  '<p data-hidden="1" aria-hidden="false">a</p>',
  '<p title="a > b" data-style="display:none">a</p>',
  '<p style="font-size:0.9em;opacity:0.5">a</p>',
  '<p style="--x:display:none">a</p>',
  '<p style="display:block">display: none</p>',
  "<p>write `style=\"display:none\"` in your page</p>",
  '<div style="display:none">the posting itself, in an element that never ends',
  '<div style="display:none"/><p>a</p>',
  '<br hidden>a<input type=hidden>',
  '<body style="visibility:hidden"><p>a</p></body>',
  "a < b, hidden <",
  '<p style="display:none',
])("seen: %s", (html) => expect(withoutHidden(html)).toEqual({ html, hidden: [] }));

test("is linear where elements, comments and quotes never end", () => {
  for (const piece of ["<div hidden>", "<p hidden", '<a style="display:none', "<!-- hidden", "<b hidden><i hidden>", "< hidden"]) {
    const html = piece.repeat(200_000);
    expect(withoutHidden(html).html.length).toBeLessThanOrEqual(html.length);
  }
  const names = Array.from({ length: 100_000 }, (_, i) => `<x${i} hidden>`).join("");
  expect(withoutHidden(names).hidden).toEqual([]);
});
