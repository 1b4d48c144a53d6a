import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addSource } from "../../api-sources.ts";
import { plural, shown } from "../../figures.ts";
import { sourceWords } from "../../words/sources.ts";
import { forget, type Removal, undo, useRemovals } from "./removal.ts";

const words = sourceWords.removed;

/** What was removed, and the way back: taken back at once while it is not done yet, followed again afterwards. */
export function RemovalNotices() {
  const removals = useRemovals();
  return (
    <output className="removals">
      {removals.map((removal) => (
        <RemovalNotice key={removal.source.name} removal={removal} />
      ))}
    </output>
  );
}

function RemovalNotice({ removal }: { removal: Removal }) {
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => addSource(removal.source.name),
    onSuccess: () => {
      forget(removal);
      return queries.invalidateQueries({ queryKey: ["sources"] });
    },
  });
  const { source, state, why = "" } = removal;
  const name = shown(source.name);
  const said = { going: words.going(name, plural(source.postings, "posting")), gone: words.gone(name), back: words.back(name), failed: words.failed(name, why) }[state];
  return (
    <div className="removal" data-state={state}>
      <span>{again.error === null ? said : again.error.message}</span>
      {state === "going" && (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the row that had the focus is gone, and this is where one wants to be
        <button type="button" className="button" autoFocus onClick={() => undo(removal)}>
          {words.undo}
        </button>
      )}
      {state === "gone" && source.kind !== "import" && source.kind !== "file" && (
        <button type="button" className="button" onClick={() => again.mutate()}>
          {words.again}
        </button>
      )}
      {state !== "going" && (
        <button type="button" className="plain" onClick={() => forget(removal)}>
          {words.close}
        </button>
      )}
    </div>
  );
}
