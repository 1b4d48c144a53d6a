import { useState } from "react";
import { count, percent } from "../../figures.ts";
import { postingWords } from "../../words/posting.ts";
import type { Finding, FindingGroup } from "./findings.ts";

type Props = {
  groups: FindingGroup[];
  missing: string[];
  /** The finding that is looked at, and those around it in the text. */
  at: string | null;
  also: readonly string[];
  /** It is looked at: its words are to be seen, by keyboard at once. */
  onGlance(finding: Finding, atOnce: boolean): void;
  onLeave(): void;
  onShow(finding: Finding): void;
};

/** The findings beside the text. One with words in the text is a button that shows them. */
export function Findings({ groups, missing, onLeave, ...line }: Props) {
  return (
    <div className="findings" onPointerLeave={onLeave}>
      {groups.length === 0 && <p className="soft">{postingWords.noFinding}</p>}
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`group-${group.id}`}>
          <h2 id={`group-${group.id}`}>{group.heading}</h2>
          <FindingList group={group} onLeave={onLeave} {...line} />
        </section>
      ))}
      {groups.some(({ findings }) => findings.some(({ confidence }) => confidence !== null)) && <p className="soft rule-sure">{postingWords.ruleSure}</p>}
      {missing.length > 0 && (
        <section aria-labelledby="group-missing">
          <h2 id="group-missing">{postingWords.notStated}</h2>
          <p className="soft">{missing.join(", ")}</p>
        </section>
      )}
    </div>
  );
}

/** A list is shown to its end at one's word, or when what is looked at in the text stands below the cut. */
const mostShown = 40;

function FindingList({ group, ...line }: Omit<Props, "groups" | "missing"> & { group: FindingGroup }) {
  const [all, setAll] = useState(false);
  const { id, findings } = group;
  const below = findings.length > mostShown && findings.slice(mostShown).some((finding) => finding.id === line.at || line.also.includes(finding.id));
  const shown = all || below || findings.length <= mostShown ? findings : findings.slice(0, mostShown);
  return (
    <>
      <ul data-group={id}>
        {shown.map((finding, i) => (
          <li key={finding.id}>
            <FindingLine finding={finding} repeats={findings[i - 1]?.name === finding.name} {...line} />
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          {postingWords.allFindings(count(findings.length))}
        </button>
      )}
    </>
  );
}

type LineProps = Omit<Props, "groups" | "missing"> & {
  finding: Finding;
  /** The line above has the same name, which is then read but not shown again. */
  repeats: boolean;
};

function FindingLine({ finding, repeats, at, also, onGlance, onLeave, onShow }: LineProps) {
  if (finding.evidence.length === 0) {
    return (
      <div id={finding.id} className="finding">
        <FindingWords finding={finding} repeats={repeats} />
      </div>
    );
  }
  return (
    <button
      type="button"
      id={finding.id}
      className="finding"
      data-active={at === finding.id || undefined}
      data-also={also.includes(finding.id) || undefined}
      onPointerMove={() => onGlance(finding, false)}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && onGlance(finding, true)}
      onBlur={onLeave}
      onClick={() => onShow(finding)}
    >
      <FindingWords finding={finding} repeats={repeats} />
    </button>
  );
}

export function FindingWords({ finding, repeats = false }: { finding: Finding; repeats?: boolean }) {
  const { name, value, style, confidence, because, evidence } = finding;
  return (
    <>
      <span className="finding-line">
        {"layer" in style ? <span className="dot" data-layer={style.layer} aria-hidden /> : null}
        <span className="finding-name" data-fact={"fact" in style ? style.fact : undefined}>
          {repeats ? <span className="unseen">{name}</span> : name}
        </span>
        {value !== "" && <span className="finding-value">{value}</span>}
        <span className="finding-sure">
          {evidence.length > 1 && (
            <span>
              {evidence.length}
              <span className="unseen"> places in the text</span>
              <span aria-hidden>×</span>
            </span>
          )}
          {confidence !== null && (
            <span title="Confidence">
              <span className="unseen">confidence </span>
              {percent(confidence)}
            </span>
          )}
        </span>
      </span>
      {because !== null && because !== "" && <span className="finding-because">{because}</span>}
    </>
  );
}
