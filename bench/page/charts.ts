import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { Layer } from "../../src/terms/layer.ts";
import { roleName, roles } from "../../src/terms/role.ts";
import type { Bin } from "../calibration.ts";
import type { Development } from "./errors.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const NONE = "none";

/** Labels downwards, readings across. */
export function roleConfusion({ pairs }: Development): Html {
  const names = new Map<string, string>([...roles.map(({ id }) => [id, roleName(id)] as const), [NONE, "none"]]);
  return confusion(pairs.map(({ label, reading }) => [label.role, reading.role.value ?? NONE]), names);
}

export function layerConfusion({ pairs }: Development): Html {
  const names = new Map<string, string>([...Layer.options, NONE].map((id) => [id, id]));
  return confusion(pairs.map(({ label, reading }) => [label.layer, reading.layer ?? NONE]), names);
}

function confusion(pairs: readonly (readonly [string, string])[], names: ReadonlyMap<string, string>): Html {
  const used = [...names.keys()].filter((id) => pairs.some((pair) => pair.includes(id)));
  const count = (label: string, reading: string): number => pairs.filter((pair) => pair[0] === label && pair[1] === reading).length;
  const cell = (label: string, reading: string, of: number): Html => {
    const n = count(label, reading);
    const title = `${names.get(label)} read as ${names.get(reading)}: ${n} of ${of}`;
    return html`<td class="${n === 0 ? "" : label === reading ? "right" : "wrong"}" style="--share:${of === 0 ? 0 : Math.round((100 * n) / of)}%" title="${title}">${n === 0 ? "" : n}</td>`;
  };
  const row = (label: string): Html => {
    const of = pairs.filter((pair) => pair[0] === label).length;
    return html`<tr><th scope="row">${names.get(label)}</th>${used.map((reading) => cell(label, reading, of))}<td>${of}</td></tr>`;
  };
  return html`<div class="wide" tabindex="0"><table class="confusion">
    <thead><tr><th scope="col">label ↓ reading →</th>${used.map((id) => html`<th scope="col"><span>${names.get(id)}</span></th>`)}<th scope="col"><span>n</span></th></tr></thead>
    <tbody>${used.map(row)}</tbody></table></div>`;
}

const SIDE = 260;
const EDGE = 34;

/** Mean confidence across, share right upwards; on the diagonal confidence is honest. The size of a dot is its n. */
export function reliability(bins: readonly Bin[]): Html {
  const x = (share: number): number => EDGE + share * SIDE, y = (share: number): number => 10 + (1 - share) * SIDE;
  const held = bins.filter(({ n }) => n > 0);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const dot = ({ n, right, confidence }: Bin): Html =>
    html`<circle cx="${x(confidence)}" cy="${y(right / n)}" r="${3 + Math.sqrt(n)}"><title>confidence ${percent(confidence)}, right ${percent(right / n)}, n = ${n}</title></circle>`;
  return html`<svg class="curve" viewBox="0 0 ${SIDE + EDGE + 16} ${SIDE + 52}" role="img" aria-label="Share of roles read right against mean confidence, by bin">
    ${ticks.map((tick) => html`<path class="grid" d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}"/><text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${100 * tick}</text><text x="${x(0) - 6}" y="${y(tick) + 4}" text-anchor="end">${100 * tick}</text>`)}
    <path class="honest" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
    <path class="line" d="M${held.map(({ n, right, confidence }) => `${x(confidence)} ${y(right / n)}`).join("L")}"/>
    ${held.map(dot)}
    <text x="${x(0.5)}" y="${y(0) + 36}" text-anchor="middle">mean confidence, %</text>
    <text x="${x(0) + 8}" y="${y(1) + 14}">right, %</text></svg>`;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
