import type { Reading } from "../../../terms/reading.ts";
import { roleName } from "../../../terms/role.ts";
import { seniorityNames, workplaceNames } from "../../words.ts";
import { placeName } from "../posting/findings.ts";
import { LayerMix } from "../market/LayerMix.tsx";

/** What the description reads as, in one line, and the mix of its work. */
export function ReadsAs({ reading }: { reading: Reading }) {
  const { role, layer, seniority, workplace, places, mix, conflation } = reading;
  const more = [
    seniority.value === null ? null : seniorityNames[seniority.value].toLowerCase(),
    places.length === 0 ? null : places.slice(0, 3).map(placeName).join(" · "),
    workplace.value === null ? null : workplaceNames[workplace.value].toLowerCase(),
  ].filter((part) => part !== null);
  return (
    <div className="reads">
      {role.value === null ? (
        <p>
          Reads as no role yet{role.because !== "" && <span className="soft">: {role.because}</span>}
        </p>
      ) : (
        <p>
          reads as{" "}
          <span className="with-dot">
            <span className="dot" data-layer={layer ?? "outside"} aria-hidden />
            <b>{roleName(role.value)}</b>
          </span>{" "}
          <span className="soft" title={role.because}>
            confidence {role.confidence.toFixed(2)}
            {role.runnerUp !== null && `; next ${roleName(role.runnerUp)}, ${role.margin.toFixed(2)} behind`}
          </span>
          {more.length > 0 && <span className="soft"> · {more.join(", ")}</span>}
        </p>
      )}
      {mix !== null && (
        <div className="reads-mix">
          <LayerMix mix={mix} names />
          {conflation !== null && (
            <span className="soft" title="0: work of one layer; 1: of all five alike">
              conflation <b>{conflation.toFixed(2)}</b>
            </span>
          )}
        </div>
      )}
    </div>
  );
}
