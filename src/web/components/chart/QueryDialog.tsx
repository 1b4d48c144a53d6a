import { useState } from "react";
import { chartWords } from "../../words/charts.ts";
import { Dialog } from "../shell/Dialog.tsx";

/** A query with the values of its parameters, as answers of the API bring it. */
export type AskedQuery = { sql: string; values: Record<string, string | number> };

/** The query behind a figure, to be read and copied. */
export function QueryDialog({ title, query, onClose }: { title: string; query: AskedQuery; onClose(): void }) {
  const [done, setDone] = useState("");
  const text = withValues(query);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setDone(chartWords.copied),
      () => setDone(chartWords.failed),
    );
  return (
    <Dialog label={chartWords.queryTitle(title)} className="query" onClose={onClose}>
      <h2>{chartWords.queryTitle(title)}</h2>
      <p className="soft">{chartWords.queryAbout}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <div className="query-foot">
        <button type="button" className="plain" onClick={() => void copy()}>
          {chartWords.copyQuery}
        </button>
        <button type="button" className="plain" onClick={onClose}>
          {chartWords.close}
        </button>
        <output className="soft">{done}</output>
      </div>
    </Dialog>
  );
}

/** Parameters stand above the query, as DuckDB's own shell takes them. */
function withValues({ sql, values }: AskedQuery): string {
  const set = Object.entries(values).map(([name, value]) => `SET VARIABLE ${name} = ${typeof value === "number" ? value : `'${value.replaceAll("'", "''")}'`};`);
  const asked = sql.replaceAll(/\$(\w+)/g, (whole, name: string) => (name in values ? `getvariable('${name}')` : whole));
  return [...set, ...(set.length > 0 ? [""] : []), `${asked};`].join("\n");
}
