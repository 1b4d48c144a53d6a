import { expect, test } from "vitest";
import { makeOwnDocument } from "../layout.ts";
import { withHead } from "./head.ts";
import { keptLines } from "./kept-lines.ts";

test.each([
  ["a tag amid lines", "ML Engineer\n<b>Acme</b>\nYou will train models.", "ML Engineer\nAcme\nYou will train models."],
  ["a script and an image", "ML Engineer\n<script>alert(1)\nalert(2)</script><img\nsrc=x onerror=alert(1)>\n- Train models", "ML Engineer\n- Train models"],
  ["escaped", "ML Engineer\r\n&lt;b&gt;Acme&lt;/b&gt;\r\nBerlin", "ML Engineer\nAcme\nBerlin"],
  ["a tag that is spoken of", "ML Engineer\n<b>Acme</b>\nYou know &lt;p&gt; and more", "ML Engineer<br><b>Acme</b><br>You know &lt;p&gt; and more"],
  ["elements that make lines", "ML\nEngineer<br>\n<b>Acme</b>", null],
  ["a list", "<ul>\n<li>Train\nmodels</li>\n</ul>", null],
  ["one line", "<b>ML Engineer</b> at Acme\n", null],
  ["no markup", "ML Engineer\nvector<T> at <Company>\n", null],
])("%s", (_, written, kept) => expect(keptLines(written)).toBe(kept ?? written));

test("a tag amid plain text hides neither the title nor the lines", () => {
  const posting = withHead({ description_text: "ML Engineer\n<b>Acme</b>\nYou will train models in PyTorch and deploy them.\n" });
  expect(posting).toMatchObject({ title: "ML Engineer", description_text: "Acme\nYou will train models in PyTorch and deploy them." });
  expect(withHead({ description_text: "<b>ML Engineer</b>\nBerlin, Germany\nYou will train models." })).toMatchObject({ title: "ML Engineer", location: "Berlin, Germany" });
});

test("markup in its own field is read as before", () => {
  const description_html = "<b>ML Engineer</b>\nAcme\nBerlin";
  expect(withHead({ title: "ML Engineer", description_html }).description_html).toBe(description_html);
  expect(makeOwnDocument({ title: "ML Engineer", description_html }).text).toContain("ML Engineer Acme Berlin");
});
