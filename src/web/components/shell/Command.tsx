import { commandHere } from "../../command-here.ts";
import { WholeWords } from "./WholeWords.tsx";

/** A command as it means this market from a terminal. */
export function Command({ of }: { of: string }) {
  return (
    <code>
      <WholeWords text={commandHere(of)} />
    </code>
  );
}
