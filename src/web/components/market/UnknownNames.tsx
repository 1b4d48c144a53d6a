import { Button } from "@mantine/core";
import { Fragment } from "react";
import type { UnknownName } from "../../../terms/market-name.ts";
import type { Filters } from "../../filters.ts";
import { shown } from "../../figures.ts";
import { filterWords } from "../../words/filters.ts";

/** In place of a page whose filters name what is called nothing: what it is, and what may have been meant instead. */
export function UnknownNames({ names, filters, onChange }: { names: readonly UnknownName[]; filters: Filters; onChange(filters: Filters): void }) {
  const without = (of: UnknownName["of"], written: string) => (filters[of] ?? []).filter((one) => one !== written);
  const none = names.reduce((left, { of, written }) => ({ ...left, [of]: (left[of] ?? []).filter((one) => one !== written) }), filters);
  return (
    <output className="state">
      {names.map(({ of, written, meant }) => (
        <Fragment key={`${of} ${written}`}>
          <h2>{filterWords.unknown[of](shown(written))}</h2>
          {meant.length > 0 && (
            <p className="meant">
              {filterWords.meant}{" "}
              {meant.map((name) => (
                <button key={name} type="button" className="button" onClick={() => onChange({ ...filters, [of]: [...without(of, written), name.toLowerCase()] })}>
                  {shown(name)}
                </button>
              ))}
            </p>
          )}
        </Fragment>
      ))}
      <Button variant="default" size="xs" onClick={() => onChange(withoutEmpty(none))}>
        {filterWords.withoutUnknown}
      </Button>
    </output>
  );
}

function withoutEmpty(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}
