import { Fragment, type ReactNode } from "react";
import { mixFrom } from "../../../brief/mix-words.ts";
import { isUnsure } from "../../../brief/role.ts";
import { surenessOf, surenessSays } from "../../../brief/sureness.ts";
import type { Brief } from "../../../terms/brief.ts";
import type { Reading } from "../../../terms/reading.ts";
import { layerOf, type Role, roleName } from "../../../terms/role.ts";
import { percent } from "../../figures.ts";
import { postingWords } from "../../words/posting.ts";
import { LayerMix } from "../market/LayerMix.tsx";

const words = postingWords;

type Props = { reading: Pick<Reading, "role">; /** The roles that it may be, where one alone would say too much. */ likely?: Brief["likely"]; /** What else is said in the line. */ children?: ReactNode };

/** The role that a text reads as, with how sure that is; the two or three it may be, where it is more likely wrong than right or only a title was read. */
export function ReadsAs({ reading: { role }, likely = [], children }: Props) {
  const { value, runnerUp, confidence, margin, because } = role;
  const sure = surenessOf(role);
  if (value === null && likely.length === 0) return <p className="reads-as">{words.noRole(because)}{children}</p>;
  if (value === null || isUnsure(role)) {
    const candidates = value === null || likely.length > 0 ? likely : [{ role: value, confidence }, ...(runnerUp === null ? [] : [{ role: runnerUp, confidence: null }])];
    return (
      <p className="reads-as">
        {value === null ? words.byTitle : words.mayBe}{" "}
        {candidates.map((one, i) => (
          <Fragment key={one.role}>
            {i > 0 && (i === candidates.length - 1 ? words.or : ", ")}
            <RoleDot role={one.role} />
            {one.confidence !== null && <span className="soft"> {percent(one.confidence)}</span>}
          </Fragment>
        ))}
        {sure !== null && <span className="soft"> · {surenessSays(sure)}</span>}
        {children}
      </p>
    );
  }
  return (
    <p className="reads-as">
      {words.readsAs} <RoleDot role={value} />{" "}
      <span className="soft" title={because}>
        {words.confidence(percent(confidence))}
        {sure !== null && `: ${surenessSays(sure)}`}
        {runnerUp !== null && `; ${words.nextBest(roleName(runnerUp), margin > 0 ? percent(confidence - margin) : null)}`}
      </span>
      {children}
    </p>
  );
}

function RoleDot({ role }: { role: Role }) {
  return (
    <span className="with-dot">
      <span className="dot" data-layer={layerOf(role)} aria-hidden />
      <b>{roleName(role)}</b>
    </span>
  );
}

/** The mix of its work over the layers, how many roles that is in one, and from how many sentences. */
export function ReadsMix({ reading: { mix, conflation, sentences } }: { reading: Pick<Reading, "mix" | "conflation" | "sentences"> }) {
  if (mix === null) return null;
  return (
    <div className="reads-mix">
      <LayerMix mix={mix} names />
      {conflation !== null && (
        <span className="soft">
          {words.conflation} <b>{conflation.toFixed(2)}</b> {words.conflationAbout}
        </span>
      )}
      <span className="soft">{mixFrom(sentences.length)}</span>
    </div>
  );
}
