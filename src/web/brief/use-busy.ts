import { useCallback, useMemo, useState } from "react";

export type Busy = {
  /** What is being done, in words for people. */
  doing: string | null;
  /** Why the last thing was not done. */
  trouble: string | null;
  /** What else is to be known of the last thing. */
  told: string | null;
  tell(what: string): void;
  run(doing: string, act: () => Promise<unknown>): void;
  clear(): void;
};

/** One thing at a time that takes a moment, and what went wrong with it. */
export function useBusy(): Busy {
  const [doing, setDoing] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const run = useCallback((what: string, act: () => Promise<unknown>) => {
    setDoing(what);
    setTrouble(null);
    setTold(null);
    act()
      .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)))
      .finally(() => setDoing(null));
  }, []);
  const clear = useCallback(() => {
    setTrouble(null);
    setTold(null);
  }, []);
  return useMemo(() => ({ doing, trouble, told, tell: setTold, run, clear }), [doing, trouble, told, run, clear]);
}
