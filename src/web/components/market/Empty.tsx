import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { shown } from "../../figures.ts";
import { marketWords } from "../../words/market.ts";
import { type AbsentName, absentText } from "../../../terms/market-name.ts";
import { Command } from "../shell/Command.tsx";

const words = marketWords.empty;

/** No row to show: because of the filters, of which some may name what the market has not (`absent`), or because there is nothing yet. */
export function Empty({ narrowed, absent = [], title, onClear }: { narrowed: boolean; /** The words that titles are searched for. */ title?: string; absent?: readonly AbsentName[]; onClear(): void }) {
  if (!narrowed) {
    return (
      <output className="state">
        <h2>{words.head}</h2>
        <p className="soft">
          {words.follow} <Link to="/sources">{words.sources}</Link>
          {words.orRun} <Command of="strata add ashby:NAME" />
        </p>
        <p className="soft">
          {words.files} <Command of="strata import FILE" />
        </p>
      </output>
    );
  }
  return (
    <output className="state">
      <h2>No vacancies match</h2>
      <p className="soft">{absent.length === 0 ? nothingIn(title) : `${absent.map(absentText).join(". ")}.`}</p>
      <Button variant="default" size="xs" onClick={onClear}>
        Clear filters
      </Button>
    </output>
  );
}

function nothingIn(title: string | undefined): string {
  if (title === undefined) return "Nothing in this market is in all of these filters at once.";
  return `Looked for “${shown(title)}” in the titles of vacancies as employers write them, within the other filters; it is looked for letter by letter, so that another spelling finds nothing.`;
}
