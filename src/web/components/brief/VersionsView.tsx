import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BriefChanges } from "../../../terms/saved-brief.ts";
import type { Draft } from "../../brief/messages.ts";
import { draftOfVersion, remove, save, savedBrief, savedBriefs, savedVersion, setShared } from "../../brief/saved.ts";
import type { Busy } from "../../brief/use-busy.ts";
import { date, plural } from "../../figures.ts";
import { briefFindingNames } from "../../words/brief.ts";
import { Failed } from "../shell/Failed.tsx";
import { TextDiff } from "./TextDiff.tsx";

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
    busy.run("Keeping this version", async () => {
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
        <h2 id="versions">Versions</h2>
        <p className="soft">Kept in Strata’s store on the machine that runs it, each with its findings and the market’s figures of that day; at most 50 of one description. There is no sign-in: whoever can open these pages can read, change and remove everything that is kept, with its notes.</p>
        <form
          className="keep"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextInput size="xs" label="What changed, if you like" value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />
          <Button type="submit" variant="default" size="xs" disabled={draft.text.trim() === ""} loading={busy.doing !== null}>
            {id === null ? "Keep as the first version" : "Keep as the next version"}
          </Button>
        </form>
        {kept.error !== null && <Failed error={kept.error} retry={() => void kept.refetch()} />}
        <ol className="versions" reversed>
          {kept.data?.versions.toReversed().map((row) => (
            <li key={row.version}>
              <b>Version {row.version}</b> <span className="soft">{date(row.saved)}</span> {row.note}
              {row.changes !== null && <Changes changes={row.changes} />}
              <div className="start-ways">
                <button type="button" className="link soft" aria-expanded={looked === row.version} onClick={() => look(looked === row.version ? null : row.version)}>
                  What differs from the page now<span className="unseen">, version {row.version}</span>
                </button>
                <button type="button" className="link soft" onClick={() => busy.run("Opening the version", async () => onOpen(draftOfVersion(await client.fetchQuery(savedVersion(id!, row.version)))))}>
                  Open<span className="unseen"> version {row.version}</span>
                </button>
              </div>
              {looked === row.version && version.data !== undefined && <TextDiff before={draftOfVersion(version.data).text} after={draft.text} />}
            </li>
          ))}
        </ol>
      </section>
      {id !== null && (
        <section className="output-card" aria-labelledby="sharing">
          <h2 id="sharing">Share and remove</h2>
          <p className="soft">The link shows the newest version alone, without notes. It hides nothing from people who can open these pages: there is no sign-in, and they can read all versions.</p>
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
                busy.run("Changing the link", async () => {
                  await setShared(id, link === null);
                  await renew();
                })
              }
            >
              {link === null ? "Make a link" : "Take the link back"}
            </Button>
            <Button
              variant="default"
              size="xs"
              onBlur={() => setSure(false)}
              onClick={() =>
                sure
                  ? busy.run("Removing it", async () => {
                      await remove(id);
                      onId(null);
                      await client.invalidateQueries({ queryKey: savedBriefs().queryKey, exact: true });
                    })
                  : setSure(true)
              }
            >
              {sure ? "Remove all versions for good" : "Remove"}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

function Changes({ changes: { fields, added, removed, mended, arisen } }: { changes: BriefChanges }) {
  const parts = [
    ...fields.map(({ field, from, to }) => `${field}: ${from ?? "none"} → ${to ?? "none"}`),
    added.length > 0 ? `${plural(added.length, "line")} added` : "",
    removed.length > 0 ? `${plural(removed.length, "line")} taken out` : "",
    mended.length > 0 ? `mended: ${mended.map((one) => briefFindingNames[one]).join(", ")}` : "",
    arisen.length > 0 ? `new: ${arisen.map((one) => briefFindingNames[one]).join(", ")}` : "",
  ].filter((part) => part !== "");
  return <p className="soft">{parts.length === 0 ? "Nothing changed." : `${parts.join("; ")}.`}</p>;
}
