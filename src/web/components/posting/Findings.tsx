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
            {group.findings.map((finding) => (
              <li key={finding.id}>
                <FindingLine finding={finding} looking={looking} onShow={onShow} />
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

function FindingLine({ finding, looking, onShow }: { finding: Finding; looking: Looking; onShow(finding: Finding): void }) {
  const active = looking.at === finding.id || undefined;
  if (finding.evidence.length === 0) {
    return (
      <div id={finding.id} className="finding">
        <FindingWords finding={finding} />
      </div>
    );
  }
  return (
    <button
      type="button"
      id={finding.id}
      className="finding"
      data-active={active}
      onPointerEnter={() => looking.point(finding.id)}
      onFocus={() => looking.point(finding.id)}
      onBlur={() => looking.point(null)}
      onClick={() => onShow(finding)}
    >
      <FindingWords finding={finding} />
    </button>
  );
}

export function FindingWords({ finding }: { finding: Finding }) {
  const { name, value, style, confidence, because, evidence } = finding;
  return (
    <>
      <span className="finding-line">
        {"layer" in style ? <span className="dot" data-layer={style.layer} aria-hidden /> : null}
        <span className="finding-name" data-fact={"fact" in style ? style.fact : undefined}>
          {name}
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
