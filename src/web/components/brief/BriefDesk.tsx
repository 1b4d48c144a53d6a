import { Tabs } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { hiddenSays } from "../../../brief/seen.ts";
import type { Role } from "../../../terms/role.ts";
import type { DraftDesk } from "../../brief/draft.ts";
import type { Draft } from "../../brief/messages.ts";
import { draftOfPosting, draftOfVersion, type ReadDescription, savedBrief, upload } from "../../brief/saved.ts";
import { useBrief } from "../../brief/use-brief.ts";
import { useNewText } from "../../brief/use-new-text.ts";
import { useBusy } from "../../brief/use-busy.ts";
import { type BriefSearch, type View, views } from "../../brief/view.ts";
import { briefWords, viewNames } from "../../words/brief.ts";
import type { EditorHandle } from "./BriefEditor.tsx";
import { BriefHead } from "./BriefHead.tsx";
import { CompareView } from "./CompareView.tsx";
import { OutputView } from "./OutputView.tsx";
import { VersionsView } from "./VersionsView.tsx";
import { WriteView } from "./WriteView.tsx";

const words = briefWords.desk;

type Props = { desk: DraftDesk; search: BriefSearch; /** Changes parts of the address. */ onSearch(part: BriefSearch): void };

const outputs: readonly View[] = ["description", "band", "scorecard", "interviews"];

/** The page: the draft, what it reads as, and its views. */
export function BriefDesk({ desk, search, onSearch }: Props) {
  const { draft, change, kept, from, goOnFrom } = desk;
  const view: View = search.view ?? "write";
  const editor = useRef<EditorHandle>(null);
  const client = useQueryClient();
  const busy = useBusy();
  const reader = useBrief(draft, outputs.includes(view));
  const { live, market, linesOf } = reader;

  const text = useNewText({
    ...desk,
    goOnFrom: (id) => {
      goOnFrom(id);
      onSearch({ id: id ?? undefined });
    },
  });
  const open = (next: Draft) => {
    change(next);
    text.clear();
    editor.current?.replace(next.text);
    busy.clear();
  };
  const openKept = (id: string) =>
    busy.run(words.opening, async () => {
      open(draftOfVersion((await client.fetchQuery(savedBrief(id))).newest));
      goOnFrom(id);
      onSearch({ id });
    });
  const begin = (next: Draft) => {
    open(next);
    goOnFrom(null);
    onSearch({ view: undefined, id: undefined });
  };
  const choose = (role: Role | null) => change({ role: role ?? "" });
  const take = async ({ posting, brief: { hidden } }: ReadDescription) => {
    begin(await draftOfPosting(posting, linesOf));
    if (hidden.length > 0) busy.tell(hiddenSays(hidden));
  };
  const takeFiles = ([file]: readonly File[]) => file !== undefined && busy.run(words.readingFile(file.name), async () => take(await upload(file)));
  const opening = useRef(openKept);
  useEffect(() => {
    opening.current = openKept;
  });
  // An address that names a kept description opens it, unless the draft goes on from it already.
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (search.id !== undefined && search.id !== from && search.id !== seen.current) opening.current(search.id);
    seen.current = search.id;
  }, [search.id, from]);

  return (
    <div className="brief">
      <BriefHead draft={draft} live={live} market={market} kept={kept} busy={busy} onTake={take} onBack={text.before === null ? null : () => text.before !== null && editor.current?.replace(text.before.draft.text)} onBegin={begin} onFiles={takeFiles} onChoose={choose} />
      <Tabs value={view} keepMounted={false} keepMountedMode="display-none" onChange={(next) => onSearch({ view: next === "write" ? undefined : (next as BriefSearch["view"]) })}>
        <Tabs.List className="brief-tabs" aria-label={words.views}>
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {viewNames[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="write" keepMounted>
          <WriteView editor={editor} draft={draft} reader={reader} busy={busy} onChange={change} onText={text.take} onBegin={begin} onFiles={takeFiles} onSaved={openKept} />
        </Tabs.Panel>
        {outputs.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <OutputView view={one} draft={draft} reader={reader} onChoose={choose} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="versions">
          <VersionsView
            id={from}
            draft={draft}
            busy={busy}
            onId={(id) => {
              goOnFrom(id);
              onSearch({ id: id ?? undefined });
            }}
            onOpen={(next) => {
              open(next);
              onSearch({ view: undefined });
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="compare">
          <CompareView draft={draft} brief={live?.brief ?? null} against={reader.against} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
