import type { Evidence } from "../../terms/evidence.ts";
import { Layer, type Mix } from "../../terms/layer.ts";
import type { LayerSentence, RoleFinding } from "../../terms/reading.ts";
import { layerOf, roleName, roles, type Role } from "../../terms/role.ts";
import { evidenceAt, whyUnread, type Document } from "../document.ts";
import { readMix } from "./mix.ts";
import { roleModel } from "./model.ts";
import { partOf, statesWork } from "./parts.ts";
import { featureText } from "./feature-text.ts";
import { pickRole } from "./pick.ts";
import { workHits } from "./work-hits.ts";
import { findFeatures, HUNDREDTHS, layOutWork, scoreRoles, type LaidOut } from "./score.ts";

export type RoleReading = { role: RoleFinding; layer: Layer | null; mix: Mix | null; conflation: number | null; sentences: LayerSentence[] };

// With fewer features than this (a title alone gives some ten) there is no work described to read a role from.
const FEWEST_FEATURES = 13;
const EVIDENCES = 5;

/** The role that the content describes, its layer, the mix of layers over the work sentences, and how conflated they are (0..1). */
export function readRole(doc: Document): RoleReading {
  if (!doc.read) return nothing(whyUnread(doc));
  const laidOut = layOutWork(doc);
  if (findFeatures(laidOut) < FEWEST_FEATURES) return nothing("too little text to tell the role");
  const { probabilities, byTitle } = scoreRoles(doc, laidOut);
  const { role, runnerUp, layer, layerShares } = pickRole(probabilities);
  const value = roles[role]!.id;
  const finding: RoleFinding = {
    value,
    runnerUp: roles[runnerUp]!.id,
    // The role is the likeliest of the likeliest layer; one of another layer may be likelier by itself, which is no margin at all.
    margin: round(Math.max(0, probabilities[role]! - probabilities[runnerUp]!)),
    confidence: round(probabilities[role]!),
    because: `${byTitle ? "a short text, so that its title counts for more; " : ""}${probabilities[role]! < probabilities[runnerUp]! ? byLayer(probabilities, layerShares, layer, runnerUp) : ""}${because(laidOut, role, runnerUp)}`,
    evidence: evidenceFor(doc, value),
  };
  return { role: finding, layer: layerOf(value), ...readMix(doc, laidOut, layerOf(value), layerShares) };
}

function nothing(why: string): RoleReading {
  return { role: { value: null, runnerUp: null, margin: 0, confidence: 1, because: why, evidence: [] }, layer: null, mix: null, conflation: null, sentences: [] };
}

/** Why a role is named though one of another layer is likelier: `"the roles of the layer product have 46 % together, those of outside 41 %, Outside: other alone 41 %; "` */
function byLayer(probabilities: Float64Array, layerShares: Float64Array, layer: number, runnerUp: number): string {
  const other = layerOf(roles[runnerUp]!.id);
  return `the roles of the layer ${Layer.options[layer]!} have ${percent(layerShares[layer]!)} together, those of ${other} ${percent(layerShares[Layer.options.indexOf(other)]!)}, ${roleName(roles[runnerUp]!.id)} alone ${percent(probabilities[runnerUp]!)}; `;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The features that most favour the role over the next best: `"Agent engineer over LLM engineer: tool use in the work +1.2, “agent” in the title +0.8"`. */
function because({ work }: LaidOut, role: number, runnerUp: number): string {
  const found = work.findReasons(role, runnerUp);
  let reasons = "";
  for (let n = 0; n < found; n++) reasons += `${n > 0 ? ", " : ""}${textOf(work.reasons[n]!)} +${inTenths(work.reasonValues[n]! / HUNDREDTHS)}`;
  return `${roleName(roles[role]!.id)} over ${roleName(roles[runnerUp]!.id)}: ${reasons || "many small signs"}`;
}

const tenths = Array.from({ length: 100 }, (_, value) => (value / 10).toFixed(1));

function inTenths(value: number): string {
  return tenths[Math.round(value * 10)] ?? value.toFixed(1);
}

const texts: string[] = [];

function textOf(feature: number): string {
  return (texts[feature] ??= featureText(roleModel().names[feature]!));
}

/** Where the text names the role's own concepts, in the title and the work first. */
function evidenceFor(doc: Document, role: Role): Evidence[] {
  const { concept, group, groups } = roleModel();
  const states = statesWork(doc);
  const wanted = groups.indexOf(role);
  const own = workHits(doc, (entry) => group[concept[entry]!] === wanted);
  const evidence: Evidence[] = [];
  for (let part = 0; part < 3; part++) {
    for (const hit of own) if (evidence.length < EVIDENCES && partOf(hit.section, states) === part) evidence.push(evidenceAt(doc, hit.start, hit.end));
  }
  return evidence;
}

/** Three decimals: more would say more than the model knows. */
function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

