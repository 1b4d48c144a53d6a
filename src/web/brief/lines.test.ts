import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";

test.each([
  ["<h2>A</h2><ul><li>b</ul>", "A\n- b"],
  ["<p>One.</p><p>Two.</p><h3>Three</h3><ul><li>four</li><li>five</li></ul><p>Six.</p>", "One.\n\nTwo.\n\nThree\n- four\n- five\n\nSix."],
  ["<div onclick='x()'>Hello <b>there</b></div><script>alert(1)</script><style>p{}</style>", "Hello there"],
  ["<table><tr><td>a</td><td>b</td></tr></table>", "a | b"],
  ["&lt;h2&gt;A&lt;/h2&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;", "A\nR&D"],
  ["no markup at all", "no markup at all"],
  ["", ""],
])("%s", (markup, lines) => {
  expect(linesOf(markup)).toEqual({ lines, hidden: [] });
});

test("what nobody sees is taken out and told, unless it is all there is", () => {
  expect(linesOf('<p>a</p><p style="display:none">We pay <b>$1</b></p>')).toEqual({ lines: "a", hidden: ["We pay $1"] });
  expect(linesOf("<div hidden><p>a</p></div>")).toEqual({ lines: "a", hidden: [] });
});
