import { Button } from "@mantine/core";

/** No row to show: because of the filters, or because there is nothing yet. */
export function Empty({ narrowed, onClear }: { narrowed: boolean; onClear(): void }) {
  if (!narrowed) {
    return (
      <output className="state">
        <h2>This market is empty</h2>
        <p className="soft">
          Stop Strata and fill it with one command: <code>strata import FILE</code>
        </p>
      </output>
    );
  }
  return (
    <output className="state">
      <h2>No vacancies match</h2>
      <p className="soft">Nothing in this market is in all of these filters at once.</p>
      <Button variant="default" size="xs" onClick={onClear}>
        Clear filters
      </Button>
    </output>
  );
}
