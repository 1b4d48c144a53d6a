import { layers } from "../../../terms/layer.ts";
import { roles } from "../../../terms/role.ts";
import { layerNames } from "../../words.ts";

/** The roles of the market by layer, as options of a list. */
export function RoleOptions() {
  return layers.map((layer) => (
    <optgroup key={layer} label={layerNames[layer]}>
      {roles
        .filter((role) => role.layer === layer)
        .map((role) => (
          <option key={role.id} value={role.id}>
            {role.name}
          </option>
        ))}
    </optgroup>
  ));
}
