import { useId, useState } from "react";
import { filterWords } from "../../words/filters.ts";

type Props<T extends string> = { label: string; chosen: readonly T[] | undefined; options: readonly (readonly [value: T, name: string, n?: string])[]; onChange(chosen: T[] | undefined): void };

/** With more options than this there is a field to find one. */
const manyOptions = 14;

/** A filter that takes several values: a button that opens a list of checkboxes, in the browser's own popover. */
export function ChoiceMenu<T extends string>({ label, chosen = [], options, onChange }: Props<T>) {
  const id = useId();
  const [find, setFind] = useState("");
  const names = chosen.map((value) => options.find(([one]) => one === value)?.[1] ?? value);
  const strange = chosen.filter((value) => !options.some(([one]) => one === value)).map((value) => [value, value] as const);
  const listed = [...strange, ...options].filter(([, name]) => name.toLowerCase().includes(find.trim().toLowerCase()));
  const toggle = (value: T, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((one) => one !== value);
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <>
      <button type="button" className="choice" popoverTarget={id} data-chosen={chosen.length > 0 || undefined} aria-label={names.length === 0 ? label : `${label}: ${names.join(", ")}`}>
        {names.length === 0 ? label : names.length === 1 ? names[0] : `${names[0]} + ${names.length - 1}`}
        <svg width="8" height="8" viewBox="0 0 10 10" aria-hidden>
          <path d="m1.5 3.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
      <div popover="auto" id={id} className="choice-menu" onToggle={(event) => event.newState === "closed" && setFind("")}>
        {options.length > manyOptions && <input type="search" className="field" aria-label={filterWords.find(label)} placeholder={filterWords.find(label)} value={find} onChange={(event) => setFind(event.currentTarget.value)} />}
        <fieldset>
          <legend className="unseen">{label}</legend>
          {listed.map(([value, name, n]) => (
            <label key={value}>
              <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => toggle(value, event.currentTarget.checked)} />
              {name}
              {n !== undefined && <span className="soft">{n}</span>}
            </label>
          ))}
        </fieldset>
        {chosen.length > 0 && (
          <button type="button" className="plain" onClick={() => onChange(undefined)}>
            {filterWords.clearOne}
          </button>
        )}
      </div>
    </>
  );
}
