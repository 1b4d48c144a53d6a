import { date } from "../../figures.ts";
import { postingWords } from "../../words/posting.ts";

/** When a posting stood on its board, as far as it was seen there; null where it was closed before it came here: a file told of it, and its days here say when that file was read. */
export function seenDays({ closed, firstSeen, lastSeen }: { closed: string | null; firstSeen: string; lastSeen: string }): string | null {
  return closed !== null && closed < firstSeen ? null : postingWords.days(date(firstSeen), date(lastSeen));
}
