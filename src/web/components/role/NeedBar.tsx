import { roleWords } from "../../words/role.ts";

type Needs = { required: number; preferred: number; mentioned: number };

const widthPx = 120;

/** Of the postings that name a skill those that require it (full), call it a plus (half) and only mention it (outline), as parts of one bar. */
export function NeedBar({ required, preferred, mentioned }: Needs) {
  const all = Math.max(1, required + preferred + mentioned);
  const part = (n: number) => (n / all) * widthPx;
  const said = roleWords.asks.need(`${Math.round((required / all) * 100)} %`, `${Math.round((preferred / all) * 100)} %`, `${Math.round((mentioned / all) * 100)} %`);
  return (
    <span className="need" title={said}>
      <svg width={widthPx} height="10" aria-hidden>
        <rect x="0.5" y="0.5" width={widthPx - 1} height="9" rx="1.5" fill="none" stroke="var(--line)" />
        <rect width={part(required)} height="10" rx="1.5" fill="var(--ink)" fillOpacity="0.72" />
        <rect x={part(required)} width={part(preferred)} height="10" fill="var(--band)" />
      </svg>
      <span className="need-figure soft">{Math.round((required / all) * 100)} %</span>
      <span className="unseen">: {said}</span>
    </span>
  );
}
