import type { Finding, FindingGroup } from "./findings.ts";
import type { Looking } from "./TextRun.tsx";

/** The findings beside the text. One with words in the text is a button that shows them. */
export function Findings({ groups, missing, looking, onShow }: { groups: FindingGroup[]; missing: string[]; looking: Looking; onShow(finding: Finding): void }) {
  return (
    <div className="findings" onPointerLeave={() => looking.point(null)}>
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`group-${group.id}`}>
          <h2 id={`group-${group.id}`}>{group.heading}</h2>
          <ul data-group={group.id}>
            {group.findings.map((finding, i) => (
              <li key={finding.id}>
                <FindingLine finding={finding} repeats={group.findings[i - 1]?.name === finding.name} looking={looking} onShow={onShow} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {missing.length > 0 && (
        <section aria-labelledby="group-missing">
          <h2 id="group-missing">Not stated</h2>
          <p className="soft">{missing.join(", ")}</p>
        </section>
      )}
    </div>
  );
}

type LineProps = {
  finding: Finding;
  /** The line above has the same name, which is then read but not shown again. */
  repeats: boolean;
  looking: Looking;
  onShow(finding: Finding): void;
};

function FindingLine({ finding, repeats, looking, onShow }: LineProps) {
  const active = looking.at === finding.id || undefined;
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
      data-active={active}
      onPointerMove={() => looking.point(finding.id)}
      onFocus={() => looking.point(finding.id)}
      onBlur={() => looking.point(null)}
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
            <span title="Confidence, 0 to 1">
              <span className="unseen">confidence </span>
              {confidence.toFixed(2)}
            </span>
          )}
        </span>
      </span>
      {because !== null && because !== "" && <span className="finding-because">{because}</span>}
    </>
  );
}
