import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { html, raw } from "hono/html";
import { engine } from "../../src/reading/read.ts";
import { roleName } from "../../src/terms/role.ts";
import { binsOf, calibrationError } from "../calibration.ts";
import { layerConfusion, percent, reliability, roleConfusion, type Html } from "./charts.ts";
import { isRight, judgeDevelopment, type Decider, type Development, type Score, type WrongField, type WrongRole } from "./errors.ts";
import { style } from "./style.ts";

/** Where the page goes unless told: it quotes real postings, and git ignores the folder. */
export const usualPage = ".strata/accuracy.html";

/** Share on which two runs of annotation by the same guide agreed: nobody can be told to be more right than that. */
const ceilings: Record<string, number> = { role: 0.945, layer: 0.98, seniority: 0.99, workplace: 0.97, pay: 0.995, countries: 1, years: 0.995, degree: 0.985 };

export async function writePage(file: string): Promise<void> {
  const found = judgeDevelopment();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(await page(found)));
  process.stdout.write(`${file}: ${found.wrongRoles.length} wrong roles and ${found.wrongFields.length} other wrong findings in ${found.pairs.length} postings. It quotes real postings: not for publication.\n`);
}

function page(found: Development): Html {
  const { pairs, scores, wrongRoles, wrongFields } = found;
  const bins = binsOf(pairs.filter(({ reading }) => reading.role.value !== null).map(({ label, reading }) => ({ confidence: reading.role.confidence, right: isRight(reading, label) })));
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Accuracy of the reader</title><style>${raw(style)}</style></head>
<body><main>
<h1>Accuracy of the reader</h1>
<p class="soft">${pairs.length} labelled postings of the development set, engine ${engine}, ${new Date().toISOString().slice(0, 10)}. Quotes real postings: not for publication.</p>
<nav><a href="#scores">Scores</a> <a href="#layers">Layers</a> <a href="#roles">Roles</a> <a href="#confidence">Confidence</a> <a href="#wrong">Wrong roles</a> <a href="#fields">Other fields</a></nav>
<h2 id="scores">Scores</h2>
<p class="soft">95 % intervals: 2,000 bootstraps over postings. n counts postings; of skill recall and precision, skills. The ceiling is how often two annotators agreed, where that was measured; ✓ where the interval reaches it.</p>
<div class="wide" tabindex="0"><table><thead><tr><th scope="col">finding</th><th scope="col" class="number">right, %</th><th scope="col" class="number">interval</th><th scope="col" class="number">ceiling</th><th scope="col" class="number">n</th></tr></thead><tbody>${scores.map(scoreRow)}</tbody></table></div>
<h2 id="layers">Layers: label against reading</h2>${layerConfusion(found)}
<h2 id="roles">Roles: label against reading</h2>${roleConfusion(found)}
<h2 id="confidence">Confidence</h2>
<p>Expected calibration error ${calibrationError(bins).toFixed(3)} (n = ${bins.reduce((sum, { n }) => sum + n, 0)}). On the dashed line confidence is as high as accuracy; a dot's size is its n.</p>
<div class="beside">${reliability(bins)}<table><thead><tr><th scope="col">confidence</th><th scope="col" class="number">mean</th><th scope="col" class="number">right</th><th scope="col" class="number">n</th></tr></thead>
<tbody>${bins.map(({ from, to, n, right, confidence }) => html`<tr><td>${from.toFixed(1)} to ${to.toFixed(1)}</td><td class="number">${n ? percent(confidence) : "–"}</td><td class="number">${n ? percent(right / n) : "–"}</td><td class="number">${n}</td></tr>`)}</tbody></table></div>
<h2 id="wrong">Wrong roles (${wrongRoles.length})</h2>
<p class="soft">The most confident first. A feature's number is value × weight: what it adds to the role that was read, and to the label's.</p>
${wrongRoles.toSorted((a, b) => b.reading.role.confidence - a.reading.role.confidence).map(wrongRole)}
<h2 id="fields">Wrong in other fields (${wrongFields.length})</h2>
${wrongFields.map(wrongField)}
</main></body></html>`;
}

function scoreRow({ name, value, low, high, n }: Score): Html {
  const ceiling = ceilings[name];
  const note = ceiling !== undefined && high >= ceiling ? html`<span class="soft" title="the interval reaches the ceiling"> ✓</span>` : "";
  return html`<tr><th scope="row">${name}</th><td class="number">${(100 * value).toFixed(1)}</td><td class="number">${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}</td><td class="number">${ceiling === undefined ? "–" : (100 * ceiling).toFixed(1)}${note}</td><td class="number">${n ?? "–"}</td></tr>`;
}

function wrongRole({ posting, reading, label, deciders }: WrongRole): Html {
  const { role } = reading;
  const second = label.alt_role === role.value && role.value !== null ? html` <span class="tag">the label's second choice</span>` : "";
  return html`<details><summary><b>${posting.title}</b>
<span class="facts"><span>label <b>${roleName(label.role)}</b></span> <span>reading <b>${role.value === null ? "none" : roleName(role.value)}</b></span> <span>runner-up ${role.runnerUp === null ? "none" : roleName(role.runnerUp)}</span> <span>confidence ${percent(role.confidence)}</span>${second}</span></summary>
<p class="soft">${posting.company ?? ""} · ${posting.id} · ${label.layer} read as ${reading.layer ?? "none"}</p>
<p>${role.because}</p>
${quotes([...role.evidence.map(({ text }) => text), ...reading.sentences.slice(0, 6).map(({ layer, evidence }) => `${layer}: ${evidence.text}`)])}
${deciders.length === 0 ? "" : deciderTable(deciders, role.value === null ? "reading" : roleName(role.value), roleName(label.role))}</details>`;
}

function deciderTable(deciders: readonly Decider[], own: string, theirs: string): Html {
  return html`<div class="wide" tabindex="0"><table><thead><tr><th scope="col">feature</th><th scope="col" class="number">value</th><th scope="col" class="number">${own}</th><th scope="col" class="number">${theirs}</th><th scope="col" class="number">difference</th></tr></thead>
<tbody>${deciders.map(({ feature, value, read, labelled }) => html`<tr><td>${feature}</td><td class="number">${value.toFixed(2)}</td><td class="number">${signed(read)}</td><td class="number">${signed(labelled)}</td><td class="number ${read > labelled ? "for" : "against"}">${signed(read - labelled)}</td></tr>`)}</tbody></table></div>`;
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
}

function wrongField({ field, id, title, wanted, got, because, quotes: said }: WrongField): Html {
  return html`<details><summary><b>${field}</b> ${title}<span class="facts"><span>label <b>${wanted || "none"}</b></span> <span>reading <b>${got || "none"}</b></span></span></summary><p class="soft">${id}${because && ` · ${because}`}</p>${quotes(said)}</details>`;
}

function quotes(said: readonly string[]): Html {
  return said.length === 0 ? html`<p class="soft">no quote</p>` : html`<ul>${said.map((quote) => html`<li><q>${quote}</q></li>`)}</ul>`;
}
