import { lazy, Suspense, useId, useState } from "react";
import { fileName, saveFile } from "../../download.ts";
import { chartWords } from "../../words/charts.ts";
import { type Column, tableCsv, tableText } from "./column.ts";
import type { AskedQuery } from "./QueryDialog.tsx";

const QueryDialog = lazy(async () => ({ default: (await import("./QueryDialog.tsx")).QueryDialog }));

type Props<Row> = { title: string; rows: readonly Row[]; columns: readonly Column<Row>[]; query?: AskedQuery; foot?: string; svg?(): SVGSVGElement | null };

/** A chart as a file, on the clipboard, or as the query behind it. What needs the drawing is offered where it is drawn. */
export function SaveMenu<Row>({ title, rows, columns, query, foot = "", svg = () => null }: Props<Row>) {
  const id = useId();
  const [drawn, setDrawn] = useState(false);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState("");
  const run = (act: () => unknown, word = "") => async () => {
    try {
      await act();
      setDone(word);
    } catch {
      setDone(chartWords.failed);
    }
  };
  const picture = async () => (await import("./picture.ts")).pictureOf(svg()!, { title, foot });
  const save = (content: BlobPart, type: string, extension: string) => saveFile(new Blob([content], { type }), fileName(`strata ${title}`, extension));
  return (
    <>
      <button type="button" className="plain" popoverTarget={id} aria-label={chartWords.saveLabel(title)}>
        {chartWords.save}
      </button>
      <div
        popover="auto"
        id={id}
        className="menu"
        onToggle={(event) => {
          if (event.newState === "open") setDrawn(svg() !== null);
          setDone("");
        }}
      >
        <button type="button" onClick={run(() => save(tableCsv(columns, rows), "text/csv", "csv"))}>
          {chartWords.csv}
        </button>
        {drawn && (
          <>
            <button type="button" onClick={run(async () => save(await (await picture()).png(), "image/png", "png"))}>
              {chartWords.png}
            </button>
            <button type="button" onClick={run(async () => save((await picture()).svg, "image/svg+xml", "svg"))}>
              {chartWords.svg}
            </button>
          </>
        )}
        <button type="button" onClick={run(() => navigator.clipboard.writeText(tableText(columns, rows)), chartWords.copied)}>
          {chartWords.copyTable}
        </button>
        {drawn && (
          <button type="button" onClick={run(async () => navigator.clipboard.write([new ClipboardItem({ "image/png": (await picture()).png() })]), chartWords.copied)}>
            {chartWords.copyPicture}
          </button>
        )}
        {query !== undefined && (
          <button type="button" popoverTarget={id} popoverTargetAction="hide" onClick={() => setAsking(true)}>
            {chartWords.query}
          </button>
        )}
        <output className="soft">{done}</output>
      </div>
      {asking && query !== undefined && (
        <Suspense>
          <QueryDialog title={title} query={query} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
