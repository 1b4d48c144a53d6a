import { lazy, Suspense, useState } from "react";
import { shellWords } from "../../words/shell.ts";
import { Dialog } from "./Dialog.tsx";
import { FindInput } from "./FindInput.tsx";

const Palette = lazy(async () => ({ default: (await import("../palette/Palette.tsx")).Palette }));

/** Finds anything by a few letters. There at once, so that no letter is lost while what it finds in is fetched. */
export function FindDialog({ onClose, onHelp }: { onClose(): void; onHelp(): void }) {
  const [query, setQuery] = useState("");
  return (
    <Dialog label={shellWords.palette.title} className="palette" onClose={onClose}>
      <Suspense fallback={<FindInput query={query} onQuery={setQuery} />}>
        <Palette query={query} onQuery={setQuery} onClose={onClose} onHelp={onHelp} />
      </Suspense>
    </Dialog>
  );
}
