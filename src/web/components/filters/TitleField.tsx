import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { filterWords } from "../../words/filters.ts";

const pauseMs = 250;

/** Words of a title, asked for after a pause in typing. What the address says from elsewhere (back, a link, all cleared) replaces what stands in the field. */
export function TitleField({ title, onChange }: { title: string | undefined; onChange(title: string | undefined): void }) {
  const [{ typed, said }, set] = useState({ typed: title ?? "", said: title });
  if (said !== title) set({ typed: typed.trim() === (title ?? "") ? typed : (title ?? ""), said: title });
  const later = useDebouncedCallback((words: string) => onChange(words.trim() || undefined), { delay: pauseMs, flushOnUnmount: false });
  return (
    <input
      type="search"
      className="field title-field"
      data-filter
      aria-label={filterWords.title}
      placeholder={filterWords.titlePlaceholder}
      aria-keyshortcuts="/"
      maxLength={200}
      value={typed}
      onChange={(event) => {
        set({ typed: event.currentTarget.value, said: title });
        later(event.currentTarget.value);
      }}
      onKeyDown={(event) => event.key === "Enter" && later.flush()}
    />
  );
}
