import { Combobox, useCombobox, useMantineColorScheme } from "@mantine/core";
import "@mantine/core/styles/Combobox.css";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { shellWords } from "../../words/shell.ts";
import { FindInput } from "../shell/FindInput.tsx";
import { type Entry, groupOrder } from "./entries.ts";
import { useEntries } from "./use-entries.ts";

const words = shellWords.palette;

type Props = { query: string; onQuery(query: string): void; onClose(): void; onHelp(): void };

/** What is found by the letters typed; goes there or does it. */
export function Palette({ query, onQuery, onClose, onHelp }: Props) {
  const { entries, nothing, searching, failed } = useEntries(query);
  const combobox = useCombobox({ opened: true, loop: true });
  const open = useOpen(onClose, onHelp);
  const { selectFirstOption } = combobox;
  const first = entries[0]?.id;
  useEffect(() => {
    if (first !== undefined) selectFirstOption();
  }, [first, selectFirstOption]);
  return (
    <Combobox store={combobox} onOptionSubmit={(id) => open(entries.find((entry) => entry.id === id))}>
      <Combobox.EventsTarget withExpandedAttribute>
        <FindInput query={query} onQuery={onQuery} />
      </Combobox.EventsTarget>
      <Combobox.Options className="palette-options" aria-label={words.title}>
        {groupOrder
          .map((group) => [group, entries.filter((entry) => entry.group === group)] as const)
          .filter(([, own]) => own.length > 0)
          .map(([group, own]) => (
            <Combobox.Group key={group} label={words.groups[group]}>
              {own.map((entry) => (
                <Combobox.Option key={entry.id} value={entry.id} className="palette-option">
                  {entry.layer !== undefined && <span className="dot" data-layer={entry.layer} />}
                  <span className="palette-name">{entry.name}</span>
                  {entry.aside !== undefined && <span className="soft">{entry.aside}</span>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
      </Combobox.Options>
      <p className="palette-foot soft">
        <output>{failed ? words.failed : searching ? words.searching : nothing ? words.nothing(query.trim()) : words.results(entries.length)}</output>
        <span className="hide-narrow">{words.hint}</span>
      </p>
    </Combobox>
  );
}

function useOpen(onClose: () => void, onHelp: () => void) {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  return (entry: Entry | undefined) => {
    if (entry === undefined) return;
    if (entry.act === "keys") return onHelp();
    onClose();
    if (entry.to !== undefined) void navigate(entry.to as Parameters<typeof navigate>[0]);
    else if (entry.act === "clear") void navigate({ to: ".", search: {} });
    else if (entry.act === "copy") void navigator.clipboard.writeText(location.href);
    else if (entry.act === "print") setTimeout(() => print());
    else if (entry.act === "light" || entry.act === "dark" || entry.act === "auto") setColorScheme(entry.act);
  };
}
