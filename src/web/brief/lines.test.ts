import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";

test.each([
  ["<h2>A</h2><ul><li>b</ul>", "A\n- b"],
  ["<p>One.</p><p>Two.</p><h3>Three</h3><ul><li>four</li><li>five</li></ul><p>Six.</p>", "One.\n\nTwo.\n\nThree\n- four\n- five\n\nSix."],
  ["<div onclick='x()'>Hello <b>there</b></div><script>alert(1)</script><style>p{}</style>", "Hello there"],
  ["<table><tr><td>a</td><td>b</td></tr></table>", "a | b"],
  ["no markup at all", "no markup at all"],
  ["", ""],
])("%s", (markup, lines) => {
  expect(linesOf(markup)).toBe(lines);
});
