import { expect, test } from "vitest";
import { withHead } from "../../reading/head/head.ts";
import { makeOwnDocument } from "../../reading/layout.ts";
import { read } from "../../reading/read.ts";
import type { BriefFinding } from "../../terms/brief.ts";
import type { Posting } from "../../terms/posting.ts";
import { diagnose } from "../diagnose.ts";

function found(written: Posting): BriefFinding | undefined {
  const posting = withHead(written);
  return diagnose(makeOwnDocument(posting), read(posting, { withText: true }), { written, rules: [], day: "2026-11-29" }).findings.find(({ id }) => id === "hidden-characters");
}

const duties = "You will train models with";

test.each<[string, Posting, string[], RegExp]>([
  ["a word cut apart", { title: "ML Engineer", description_text: `${duties} P\u200by\u200bT\u200bo\u200br\u200bc\u200bh and Ray.` }, ["PyTorch"], /one place: zero-width space \(U\+200B\), in “PyTorch”.*search/],
  ["by its reference", { title: "ML Engineer", description_html: `<p>${duties} Py&#8203;Torch</p>` }, ["PyTorch"], /U\+200B/],
  ["a tag beside it", { description_text: `ML Engineer\n<b>Acme</b>\n${duties} Py\ufeffTorch.` }, ["PyTorch"], /U\+FEFF/],
  ["a title turned", { title: "ML \u202eEngineer", description_text: `${duties} PyTorch.` }, ["Engineer"], /U\+202E.*other way round/],
  ["a title in the first line", { description_text: `Senior \u202eML Engineer\n${duties} PyTorch.` }, ["ML"], /U\+202E/],
  ["a mark that stands alone in a title", { title: "ML Engineer \u202e", description_text: `${duties} PyTorch.` }, ["ML Engineer"], /U\+202E/],
  ["both", { title: "ML \u202eEngineer", description_text: `${duties} Py\u200dTorch and Ku\u2060bernetes.` }, ["Engineer", "Py\u200dTorch", "Kubernetes"], /3 places.*cut words apart.*other way round/],
])("%s", (_, posting, quotes, says) => {
  const finding = found(posting);
  expect(finding?.quotes.map(({ text }) => text)).toEqual(quotes);
  expect(finding?.says).toMatch(says);
});

test.each<[string, string]>([
  ["emoji", `${duties} 👩\u200d💻 PyTorch.`],
  ["at a line's edge", `\ufeff${duties}\u200b PyTorch.\u200b`],
  ["behind a slash", `${duties} PyTorch/\u200bJAX.`],
  ["hyphens that a browser may use", `${duties} Modell\u00adtraining.`],
  ["joiners of other scripts", "ما می\u200cخواهیم مدل train کنید."],
  ["direction marks", `${duties} PyTorch\u200e (\u2068Berlin\u2069).`],
])("none of %s", (_, description_text) => expect(found({ title: "ML Engineer", description_text })).toBeUndefined());
