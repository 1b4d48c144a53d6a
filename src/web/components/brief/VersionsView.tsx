import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BriefChanges } from "../../../terms/saved-brief.ts";
import type { Draft } from "../../brief/messages.ts";
import { draftOfVersion, remove, save, savedBrief, savedBriefs, savedVersion, setShared } from "../../brief/saved.ts";
import type { Busy } from "../../brief/use-busy.ts";
import { date, plural } from "../../figures.ts";
import { briefFindingNames, briefWords } from "../../words/brief.ts";
import { Failed } from "../shell/Failed.tsx";
import { TextDiff } from "./TextDiff.tsx";

const words = briefWords.versions;

type Props = { id: string | null; draft: Draft; busy: Busy; onId(id: string | null): void; onOpen(draft: Draft): void };

/** Versions that are kept on this machine, with what changed, a link to share the newest, and the way back to each. */
export function VersionsView({ id, draft, busy, onId, onOpen }: Props) {
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [looked, look] = useState<number | null>(null);
  const [sure, setSure] = useState(false);
  const kept = useQuery({ ...savedBrief(id ?? ""), enabled: id !== null });
  const version = useQuery({ ...savedVersion(id ?? "", looked ?? 0), enabled: id !== null && looked !== null });
  const renew = () => Promise.all([client.invalidateQueries({ queryKey: savedBriefs().queryKey, exact: true }), id === null ? null : client.invalidateQueries({ queryKey: savedBrief(id).queryKey, exact: true })]);
  const keep = () =>
    busy.run(words.keeping, async () => {
      const opened = await save(draft, id, note);
      client.setQueryData(savedBrief(opened.id).queryKey, opened);
      await client.invalidateQueries({ queryKey: savedBriefs().queryKey, exact: true });
      setNote("");
      onId(opened.id);
    });
  const link = kept.data?.share == null ? null : `${location.origin}/brief/shared/${kept.data.share}`;
  return (
    <div className="output-columns">
      <section className="output-card" aria-labelledby="versions">
        <h2 id="versions">{words.title}</h2>
        <p className="soft">{words.about}</p>
        <form
          className="keep"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextInput size="xs" label={words.note} value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />
          <Button type="submit" variant="default" size="xs" disabled={draft.text.trim() === ""} loading={busy.doing !== null}>
            {id === null ? words.keepFirst : words.keepNext}
          </Button>
        </form>
        {kept.error !== null && <Failed error={kept.error} retry={() => void kept.refetch()} />}
        <ol className="versions" reversed>
          {kept.data?.versions.toReversed().map((row) => (
            <li key={row.version}>
              <b>{words.version(row.version)}</b> <span className="soft">{date(row.saved)}</span> {row.note}
              {row.changes !== null && <Changes changes={row.changes} />}
              <div className="start-ways">
                <button type="button" className="link soft" aria-expanded={looked === row.version} onClick={() => look(looked === row.version ? null : row.version)}>
                  {words.differs}<span className="unseen">, {words.version(row.version).toLowerCase()}</span>
                </button>
                <button type="button" className="link soft" onClick={() => busy.run(words.opening, async () => onOpen(draftOfVersion(await client.fetchQuery(savedVersion(id!, row.version)))))}>
                  {words.open}<span className="unseen"> {words.version(row.version).toLowerCase()}</span>
                </button>
              </div>
              {looked === row.version && version.data !== undefined && <TextDiff before={draftOfVersion(version.data).text} after={draft.text} />}
            </li>
          ))}
        </ol>
      </section>
      {id !== null && (
        <section className="output-card" aria-labelledby="sharing">
          <h2 id="sharing">{words.sharing}</h2>
          <p className="soft">{words.shareAbout}</p>
          {link !== null && (
            <p>
              <a href={link} className="share-link">
                {link}
              </a>
            </p>
          )}
          <div className="start-ways">
            <Button
              variant="default"
              size="xs"
              onClick={() =>
                busy.run(words.changing, async () => {
                  await setShared(id, link === null);
                  await renew();
                })
              }
            >
              {link === null ? words.makeLink : words.takeBack}
            </Button>
            <Button
              variant="default"
              size="xs"
              onBlur={() => setSure(false)}
              onClick={() =>
                sure
                  ? busy.run(words.removing, async () => {
                      await remove(id);
                      onId(null);
                      await client.invalidateQueries({ queryKey: savedBriefs().queryKey, exact: true });
                    })
                  : setSure(true)
              }
            >
              {sure ? words.removeAll : words.remove}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

function Changes({ changes: { fields, added, removed, mended, arisen } }: { changes: BriefChanges }) {
  const parts = [
    ...fields.map(({ field, from, to }) => `${field}: ${from ?? words.noneOf} → ${to ?? words.noneOf}`),
    added.length > 0 ? words.added(plural(added.length, "line")) : "",
    removed.length > 0 ? words.removed(plural(removed.length, "line")) : "",
    mended.length > 0 ? `${words.mended} ${mended.map((one) => briefFindingNames[one]).join(", ")}` : "",
    arisen.length > 0 ? `${words.arisen} ${arisen.map((one) => briefFindingNames[one]).join(", ")}` : "",
  ].filter((part) => part !== "");
  return <p className="soft">{parts.length === 0 ? words.unchanged : `${parts.join("; ")}.`}</p>;
}
