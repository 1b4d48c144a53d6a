import { type RefObject, useDeferredValue, useMemo, useState } from "react";
import { roleOf } from "../../../brief/role.ts";
import type { Evidence } from "../../../terms/evidence.ts";
import { hiddenSays } from "../../../brief/seen.ts";
import { isEmpty } from "../../brief/draft.ts";
import { marksOf } from "../../brief/editor-marks.ts";
import type { Draft } from "../../brief/messages.ts";
import { problemsOf } from "../../brief/problems.ts";
import { placeOf } from "../../brief/quotes.ts";
import type { BriefReader } from "../../brief/use-brief.ts";
import type { Busy } from "../../brief/use-busy.ts";
import { count } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";
import { groupFindings, notStated } from "../posting/findings.ts";
import { keyName } from "../shell/key-name.ts";
import { BriefEditor, type EditorHandle } from "./BriefEditor.tsx";
import { BriefStart } from "./BriefStart.tsx";
import { DraftFields } from "./DraftFields.tsx";
import { FindingsColumn } from "./FindingsColumn.tsx";
import { MarketPart } from "./MarketPart.tsx";
import { Nearest } from "./Nearest.tsx";
import { LIVE_UNITS } from "../../brief/messages.ts";
import { Prices } from "./Prices.tsx";
import { Transparency } from "./Transparency.tsx";

const words = briefWords.write;

type Props = {
  editor: RefObject<EditorHandle | null>;
  draft: Draft;
  reader: BriefReader;
  busy: Busy;
  onChange(part: Partial<Draft>): void;
  onText(text: string, pasted: boolean): void;
  onBegin(draft: Draft): void;
  onFiles(files: readonly File[]): void;
  onSaved(id: string): void;
};

const nothing = { of: "", marks: [] };

/** Editor left, findings right; pointing at one shows the other. */
export function WriteView({ editor, draft, reader, busy, onChange, onText, onBegin, onFiles, onSaved }: Props) {
  const live = useDeferredValue(reader.live);
  const [pointed, point] = useState<string | null>(null);
  const [under, setUnder] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const at = pointed ?? under;

  const groups = useMemo(() => (live === null ? [] : groupFindings(live.brief.reading)), [live]);
  const problems = useMemo(() => (live === null ? [] : problemsOf(live.brief)), [live]);
  const marks = useMemo(() => (live === null ? nothing : { of: live.draft.text, marks: marksOf(live, groups, problems) }), [live, groups, problems]);

  const text = live?.brief.text ?? "";
  const show = (quote: Evidence, of = text) => {
    const place = placeOf(quote, of, live, draft);
    if (place?.field === "text") editor.current?.select(place.from, place.to);
    else if (place !== null) selectInField(`draft-${place.field}`, quote.text);
  };
  const unclear = live !== null && roleOf(live.brief).value === null;
  const trouble = refused ?? reader.trouble;

  return (
    <div className="brief-grid">
      <section aria-label={words.sheet} className="brief-sheet">
        <DraftFields draft={draft} read={draft.text.trim() === "" ? null : (live?.brief.posting ?? null)} onChange={onChange} />
        {trouble !== null && (
          <p role="alert" className="editor-trouble">
            {trouble}
          </p>
        )}
        <BriefEditor
          ref={editor}
          begin={draft.text}
          marks={marks}
          active={at}
          events={{
            onChange: (now, pasted) => {
              onText(now, pasted);
              setRefused(null);
            },
            onCaret: ([nearest]) => setUnder(nearest ?? null),
            onPoint: ([nearest]) => point(nearest ?? null),
            onFiles,
            onRefused: setRefused,
            onHidden: (hidden) => busy.tell(hiddenSays(hidden)),
            linesOf: reader.linesOf,
          }}
        />
        <p id="editor-help" className="soft editor-help">
          {words.help(count(draft.text.length), draft.text.length <= LIVE_UNITS, keyName("mod+F"))}
        </p>
      </section>
      {isEmpty(draft) ? (
        <BriefStart busy={busy} onStart={onBegin} onWrite={() => editor.current?.focus()} onSaved={onSaved} />
      ) : (
        <FindingsColumn
          read={live !== null}
          unread={reader.trouble}
          groups={groups}
          missing={live === null ? [] : notStated(live.brief.reading)}
          problems={problems}
          at={at}
          stands={(quote) => placeOf(quote, text, live, draft) !== null}
          onShow={show}
          onPoint={point}
        >
          <MarketPart id="prices" heading={words.prices} state={reader.market} unclear={unclear}>
            {({ scope, prices }) => <Prices scope={scope} prices={prices} onShow={({ quotes: [quote] }) => quote !== undefined && show(quote, reader.market.asked?.text)} />}
          </MarketPart>
          <section className="brief-part" aria-labelledby="rules">
            <h2 id="rules">{words.rules}</h2>
            <div className="brief-part-body">
              <Transparency read={live !== null} unknown={live?.unknownPlaces ?? []} results={live?.brief.transparency ?? []} draft={draft} error={reader.rulesError} onChange={onChange} onShow={show} />
            </div>
          </section>
          <MarketPart id="nearest" heading={words.nearest} state={reader.market} unclear={unclear}>
            {({ nearest, nearestOf }) => <Nearest nearest={nearest} of={nearestOf} />}
          </MarketPart>
        </FindingsColumn>
      )}
    </div>
  );
}

/** Selects words in a field of one line. */
function selectInField(id: string, quote: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  const from = field.value.indexOf(quote);
  if (from >= 0) field.setSelectionRange(from, from + quote.length);
}
