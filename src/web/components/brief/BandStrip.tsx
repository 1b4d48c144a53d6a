import { bandStanding } from "../../../brief/band.ts";
import type { PayBand } from "../../../terms/brief.ts";
import { count, plural, roundMoney } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";

const words = briefWords.band;

const WIDTH = 300;
const EDGE = 4;

type Ends = { low: number | null; high: number | null } | null | undefined;

/** The intervals of the two ends of the middle half, where they are known. */
function said(low: Ends, high: Ends, short: (amount: number) => string): string {
  const ends = [low, high].flatMap((one) => (one?.low == null || one.high === null ? [] : [`${short(one.low)} to ${short(one.high)}`]));
  return ends.length < 2 ? "" : `(${ends.join("; ")}) `;
}

/** What the market pays for this reading: p10 to p90 as a line, the middle half as a bar, the median, and the stated range below; or why there is no band. */
export function BandStrip({ band }: { band: PayBand | null }) {
  if (band === null) return <p className="soft">{words.none}</p>;
  const { p10, p25, p50, p75, p90, stated, currency, intervals } = band;
  const short = (amount: number) => roundMoney(amount, currency);
  if (p25 === null || p75 === null || p50.value === null) {
    return (
      <p className="soft">
        {words.noneFor(band.what, p50.hidden === null ? band.because : words.tooFew(p50.hidden), plural(p50.n, "vacancy"))}
      </p>
    );
  }
  const ends = [p10 ?? p25, p90 ?? p75, ...(stated === null ? [] : [stated.min, stated.max])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const x = (amount: number) => EDGE + ((amount - least) / Math.max(1, most - least)) * (WIDTH - 2 * EDGE);
  return (
    <div className="band-strip">
      <svg viewBox={`0 0 ${WIDTH} ${stated === null ? 18 : 26}`} width={WIDTH} aria-hidden>
        <line x1={x(p10 ?? p25)} x2={x(p90 ?? p75)} y1="9" y2="9" stroke="var(--soft)" strokeWidth="1.5" />
        <rect x={x(p25)} width={Math.max(1, x(p75) - x(p25))} y="4" height="10" rx="2" fill="color-mix(in srgb, var(--ink) 24%, var(--card))" />
        <line x1={x(p50.value)} x2={x(p50.value)} y1="1" y2="17" stroke="var(--ink)" strokeWidth="2" />
        {stated !== null && <line x1={x(stated.min)} x2={Math.max(x(stated.min) + 2, x(stated.max))} y1="22" y2="22" stroke="var(--accent)" strokeWidth="4" strokeLinecap="round" />}
      </svg>
      <p className="soft">
        <b>
          {short(p25)} to {short(p75)}
        </b>{" "}
        {said(intervals?.p25, intervals?.p75, short)}
        {band.what}, median {short(p50.value)}
        {p50.low !== null && p50.high !== null && ` (${short(p50.low)} to ${short(p50.high)})`}; n {count(p50.n)}, {plural(p50.employers, "employer")}
        {stated !== null && (
          <>
            {" "}
            · yours {short(stated.min)}
            {stated.max !== stated.min && ` to ${short(stated.max)}`}: <span data-verdict={band.verdict}>{words.verdict(bandStanding(band))}</span>
          </>
        )}
      </p>
    </div>
  );
}

