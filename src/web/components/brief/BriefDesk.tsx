import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { Evidence } from "../../../terms/evidence.ts";
import type { DraftDesk } from "../../brief/draft.ts";
import { isEmpty } from "../../brief/draft.ts";
import { marksOf } from "../../brief/editor-marks.ts";
import type { Draft } from "../../brief/messages.ts";
import { type Problem, problemsOf } from "../../brief/problems.ts";
import { placeOf } from "../../brief/quotes.ts";
import { useLiveReading } from "../../brief/use-live-reading.ts";
import { groupFindings, notStated } from "../posting/findings.ts";
import { BriefEditor, type EditorHandle } from "./BriefEditor.tsx";
import { BriefHead } from "./BriefHead.tsx";
import { BriefStart } from "./BriefStart.tsx";
import { DraftFields } from "./DraftFields.tsx";
import { FindingsColumn } from "./FindingsColumn.tsx";

const noMarks = { of: "", marks: [] };

/** Editor left, findings right; pointing at one shows the other. */
export function BriefDesk({ desk: { draft, change, kept } }: { desk: DraftDesk }) {
  const editor = useRef<EditorHandle>(null);
  const reader = useLiveReading(draft);
  const live = useDeferredValue(reader.live);
  const [pointed, point] = useState<string | null>(null);
  const [under, setUnder] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const groups = useMemo(() => (live === null ? [] : groupFindings(live.reading)), [live]);
  const problems = useMemo(() => (live === null ? [] : problemsOf(live.reading.flags, live.text)), [live]);
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
      <BriefHead draft={draft} live={live} kept={kept} onNew={open} />
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
            reading={live?.reading ?? null}
            unread={reader.trouble}
            groups={groups}
            missing={live === null ? [] : notStated(live.reading)}
            problems={problems}
            at={pointed ?? under}
            stands={(problem: Problem, quote) => placeOf(quote, problem.text, live, draft) !== null}
            onShow={(quote, of) => show(quote, of ?? live?.text ?? "")}
            onPoint={point}
          />
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
