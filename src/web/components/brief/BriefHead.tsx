import { Button, FileButton, TextInput } from "@mantine/core";
import { useState } from "react";
import { fileName, saveFile } from "../../download.ts";
import { isEmpty } from "../../brief/draft.ts";
import { type Draft, emptyDraft, LIVE_UNITS, type LiveBrief } from "../../brief/messages.ts";
import { fetchPage, pdf, type ReadDescription } from "../../brief/saved.ts";
import type { MarketState } from "../../brief/use-brief.ts";
import type { Busy } from "../../brief/use-busy.ts";
import { type Role } from "../../../terms/role.ts";
import { chosenIn } from "../../brief/posting-of.ts";
import { briefWords } from "../../words/brief.ts";
import { BandSlot } from "./BandSlot.tsx";
import { ReadsLine } from "./ReadsLine.tsx";
import { RoleChoice } from "./RoleChoice.tsx";

const words = briefWords.head;

type Props = {
  draft: Draft;
  live: LiveBrief | null;
  market: MarketState;
  kept: boolean;
  busy: Busy;
  /** Goes on with a description that the server read. */
  onTake(read: ReadDescription): Promise<void>;
  /** Brings back what another description was pasted over; null where none was. */
  onBack: (() => void) | null;
  onBegin(draft: Draft): void;
  onFiles(files: readonly File[]): void;
  onChoose(role: Role | null): void;
};

const files = ".pdf,.docx,.html,.htm,.txt,.md,.json,application/pdf,text/html,text/plain";

/** What the page is, where the draft is kept, what can be done with it, and what it reads as. */
export function BriefHead({ draft, live, market, kept, busy, onTake, onBack, onBegin, onFiles, onChoose }: Props) {
  const [linking, setLinking] = useState(false);
  const [url, setUrl] = useState("");
  const none = draft.text.trim() === "" || draft.text.length > LIVE_UNITS;
  return (
    <header className="brief-head">
      <div className="brief-bar">
        <div>
          <h1>{words.title}</h1>
          <p className="soft">{keptWhere(draft, kept)}</p>
        </div>
        <div className="brief-actions">
          <Button variant="default" size="xs" disabled={isEmpty(draft)} onClick={() => onBegin(emptyDraft)}>
            {words.new}
          </Button>
          <FileButton accept={files} onChange={(file) => file !== null && onFiles([file])}>
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {words.file}
              </Button>
            )}
          </FileButton>
          <Button variant="default" size="xs" aria-expanded={linking} onClick={() => setLinking(!linking)}>
            {words.link}
          </Button>
          <Button variant="default" size="xs" disabled={none || busy.doing !== null} onClick={() => busy.run(words.makingPdf, async () => saveFile(await pdf(draft), fileName(draft.title, "pdf")))}>
            {words.pdf}
          </Button>
        </div>
      </div>
      {linking && (
        <form
          className="keep"
          onSubmit={(event) => {
            event.preventDefault();
            busy.run(words.fetching, async () => {
              await onTake(await fetchPage(url.trim()));
              setLinking(false);
              setUrl("");
            });
          }}
        >
          <TextInput type="url" size="xs" required ref={focusOnce} label={words.address} placeholder="https://" value={url} maxLength={2000} onChange={(event) => setUrl(event.currentTarget.value)} />
          <Button type="submit" variant="default" size="xs" loading={busy.doing !== null}>
            {words.fetch}
          </Button>
        </form>
      )}
      {onBack !== null && (
        <output className="soft">
          {words.newText}{" "}
          <button type="button" className="link" onClick={onBack}>
            {words.back}
          </button>
        </output>
      )}
      {busy.doing !== null && <output className="soft">{busy.doing}…</output>}
      {busy.told !== null && <output className="soft brief-told">{busy.told}</output>}
      {busy.trouble !== null && (
        <p role="alert" className="brief-trouble">
          {busy.trouble}
        </p>
      )}
      {live !== null && live.brief.text.trim() !== "" && (
        <div className="brief-top">
          <div className="reads">
            <ReadsLine brief={live.brief} />
            <RoleChoice brief={live.brief} chosen={chosenIn(draft)} onChoose={onChoose} />
          </div>
          <BandSlot brief={live.brief} market={market} />
        </div>
      )}
    </header>
  );
}

/** The field was asked for by a press: what is typed next is its address. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

function keptWhere(draft: Draft, kept: boolean): string {
  if (isEmpty(draft)) return words.empty;
  return kept ? words.kept : words.notKept;
}
