import type { BriefFigure } from "../../../terms/brief.ts";
import { count, percent, plural, roundMoney } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";

/** What a figure of the market is, its value with its interval, n and employers; or why it is not given. */
export function FigureLine({ figure }: { figure: BriefFigure }) {
  return (
    <span className="figure-line">
      {figure.what} <FigureValue figure={figure} />
    </span>
  );
}

export function FigureValue({ figure, n = true }: { figure: BriefFigure; n?: boolean }) {
  const { value, low, high, hidden } = figure;
  if (value === null) {
    return (
      <span className="soft">
        {whyNot(hidden)}
        {n && " ·"}
        {n && <FigureN figure={figure} />}
      </span>
    );
  }
  return (
    <span className="figure-value">
      <b>{figureText(figure, value)}</b>{" "}
      {low !== null && high !== null && (
        <span className="soft">
          ({figureText(figure, low)} to {figureText(figure, high)})
        </span>
      )}
      {n && <FigureN figure={figure} />}
    </span>
  );
}

export function FigureN({ figure }: { figure: BriefFigure }) {
  return (
    <span className="soft">
      {" "}
      n {count(figure.n)}, {plural(figure.employers, "employer")}
    </span>
  );
}

/** Why there is no figure: `whyNot("4 of 5 employers")` → `"too few: 4 of 5 employers"` */
export function whyNot(hidden: string | null): string {
  if (hidden === null) return briefWords.prices.unknown;
  return /^\d+ of \d+ /.test(hidden) ? `too few: ${hidden}` : hidden;
}

/** `figureText({unit: "share", …}, 0.14)` → `"14 %"` */
export function figureText({ unit, currency }: Pick<BriefFigure, "unit" | "currency">, value: number): string {
  if (unit === "share") return percent(value);
  if (unit === "pay") return roundMoney(value, currency ?? "");
  if (unit === "days") return `${count(Math.round(value))} days`;
  if (unit === "years") return `${Number(value.toFixed(1))} years`;
  return count(value);
}
