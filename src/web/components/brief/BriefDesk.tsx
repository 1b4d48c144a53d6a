import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { Evidence } from "../../../terms/evidence.ts";
import type { DraftDesk } from "../../brief/draft.ts";
import { isEmpty } from "../../brief/draft.ts";
import { marksOf } from "../../brief/editor-marks.ts";
import type { Draft } from "../../brief/messages.ts";
import { problemsOf } from "../../brief/problems.ts";
import { placeOf } from "../../brief/quotes.ts";
import { useBrief } from "../../brief/use-brief.ts";
import { groupFindings, notStated } from "../posting/findings.ts";
import { BriefEditor, type EditorHandle } from "./BriefEditor.tsx";
import { BriefHead } from "./BriefHead.tsx";
import { BriefStart } from "./BriefStart.tsx";
import { DraftFields } from "./DraftFields.tsx";
import { FindingsColumn } from "./FindingsColumn.tsx";
import { MarketPart } from "./MarketPart.tsx";
import { Nearest } from "./Nearest.tsx";
import { Prices } from "./Prices.tsx";
import { Transparency } from "./Transparency.tsx";

const noMarks = { of: "", marks: [] };

/** Editor left, findings right; pointing at one shows the other. */
export function BriefDesk({ desk: { draft, change, kept } }: { desk: DraftDesk }) {
  const editor = useRef<EditorHandle>(null);
  const reader = useBrief(draft);
  const live = useDeferredValue(reader.live);
  const [pointed, point] = useState<string | null>(null);
  const [under, setUnder] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const groups = useMemo(() => (live === null ? [] : groupFindings(live.brief.reading)), [live]);
  const problems = useMemo(() => (live === null ? [] : problemsOf(live.brief)), [live]);
  const marks = useMemo(
    () =>
      live === null
        ? noMarks
        : {
            of: live.draft.text,
            marks: marksOf(
              live,
              groups.flatMap(({ findings }) => findings),
              problems,
            ),
          },
    [live, groups, problems],
  );

  const show = (quote: Evidence, of: string) => {
    const place = placeOf(quote, of, live, draft);
    if (place?.field === "text") editor.current?.select(place.from, place.to);
    else if (place !== null) selectInField(`draft-${place.field}`, quote.text);
  };
  const open = (next: Draft) => {
    change(next);
    editor.current?.replace(next.text);
    setRefused(null);
  };

  return (
    <div className="brief">
      <BriefHead draft={draft} live={live} market={reader.market} kept={kept} onNew={open} />
      <div className="brief-grid">
        <section aria-label="Your description" className="brief-sheet">
          <DraftFields draft={draft} onChange={change} />
          <BriefEditor
            ref={editor}
            begin={draft.text}
            marks={marks}
            active={pointed ?? under}
            events={{
              onChange: (text) => {
                change({ text });
                setRefused(null);
              },
              onCaret: ([nearest]) => setUnder(nearest ?? null),
              onPoint: ([nearest]) => point(nearest ?? null),
              onFiles: () => undefined,
              onRefused: setRefused,
              linesOf: reader.linesOf,
            }}
          />
          <p id="editor-help" className="soft editor-help">
            {draft.text.length.toLocaleString("en")} characters. Read in your browser as you write. Ctrl+F finds in the text.
          </p>
          {(refused ?? reader.trouble) !== null && (
            <p role="alert" className="editor-trouble">
              {refused ?? reader.trouble}
            </p>
          )}
        </section>
        {isEmpty(draft) ? (
          <BriefStart onStart={open} onWrite={() => editor.current?.focus()} />
        ) : (
          <FindingsColumn
            read={live !== null}
            unread={reader.trouble}
            groups={groups}
            missing={live === null ? [] : notStated(live.brief.reading)}
            problems={problems}
            at={pointed ?? under}
            stands={(quote) => placeOf(quote, live?.brief.text ?? "", live, draft) !== null}
            onShow={(quote) => show(quote, live?.brief.text ?? "")}
            onPoint={point}
          >
            <MarketPart id="prices" heading="What each requirement costs" state={reader.market}>
              {({ prices }) => <Prices prices={prices} onShow={({ quotes: [quote] }) => quote !== undefined && show(quote, reader.market.asked?.text ?? "")} />}
            </MarketPart>
            <section className="brief-part" aria-labelledby="rules">
              <h2 id="rules">Pay in postings, by place</h2>
              <div className="brief-part-body">
                <Transparency results={live?.brief.transparency ?? []} draft={draft} error={reader.rulesError} onChange={change} onShow={(quote) => show(quote, live?.brief.text ?? "")} />
              </div>
            </section>
            <MarketPart id="nearest" heading="Nearest postings of the market" state={reader.market}>
              {({ nearest }) => <Nearest nearest={nearest} />}
            </MarketPart>
          </FindingsColumn>
        )}
      </div>
    </div>
  );
}

/** Selects words in a field of one line. */
function selectInField(id: string, words: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  const from = field.value.indexOf(words);
  if (from >= 0) field.setSelectionRange(from, from + words.length);
}
