import type { ComponentProps } from "react";
import { shellWords } from "../../words/shell.ts";

type Props = Omit<ComponentProps<"input">, "value" | "onChange"> & { query: string; onQuery(query: string): void };

/** Where letters to find by are typed. One takes the place of another with what was typed in it, and goes on at its end. */
export function FindInput({ query, onQuery, ...more }: Props) {
  return (
    <input
      {...more}
      type="text"
      className="palette-input"
      aria-label={shellWords.palette.title}
      placeholder={shellWords.palette.placeholder}
      value={query}
      spellCheck={false}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what the dialog was opened for
      autoFocus
      onFocus={({ currentTarget }) => currentTarget.setSelectionRange(query.length, query.length)}
      onChange={({ currentTarget }) => onQuery(currentTarget.value)}
    />
  );
}
