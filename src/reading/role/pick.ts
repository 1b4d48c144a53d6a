import { Layer, layers } from "../../terms/layer.ts";
import { layerOf, roles } from "../../terms/role.ts";

const layerNumber = roles.map((role) => Layer.options.indexOf(layerOf(role.id)));

/** The layer with the most probability over its roles, and the likeliest role in it. Numbers index `roles` and `Layer.options`. */
export function pickRole(probabilities: Float64Array): { role: number; runnerUp: number; layer: number; layerShares: Float64Array } {
  const layerShares = new Float64Array(layers.length + 1);
  for (let role = 0; role < probabilities.length; role++) layerShares[layerNumber[role]!]! += probabilities[role]!;
  let layer = 0;
  for (let i = 1; i < layerShares.length; i++) if (layerShares[i]! > layerShares[layer]!) layer = i;
  let role = -1;
  for (let i = 0; i < probabilities.length; i++) if (layerNumber[i] === layer && (role < 0 || probabilities[i]! > probabilities[role]!)) role = i;
  let runnerUp = -1;
  for (let i = 0; i < probabilities.length; i++) if (i !== role && (runnerUp < 0 || probabilities[i]! > probabilities[runnerUp]!)) runnerUp = i;
  return { role, runnerUp, layer, layerShares };
}
