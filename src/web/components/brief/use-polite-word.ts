import { useEffect, useState } from "react";

/** Between two words to a screen reader: while somebody writes, every key may change what was found. */
const REST_MS = 1500;

/** What is said once it has rested. */
export function usePoliteWord(word: string): string {
  const [said, say] = useState("");
  useEffect(() => {
    const clock = setTimeout(() => say(word), REST_MS);
    return () => clearTimeout(clock);
  }, [word]);
  return said;
}
