import { levelSays } from "../../../brief/level.ts";
import type { Brief } from "../../../terms/brief.ts";
import { seniorityNames, workplaceNames } from "../../words.ts";
import { placeName } from "../posting/findings.ts";
import { ReadsAs, ReadsMix } from "../posting/ReadsAs.tsx";

/** What the description reads as, in one line, and the mix of its work. */
export function ReadsLine({ brief: { reading, likely } }: { brief: Pick<Brief, "reading" | "likely"> }) {
  const { workplace, places } = reading;
  const more = [
    levelSays(reading, (level) => seniorityNames[level].toLowerCase()),
    places.length === 0 ? null : places.slice(0, 3).map(placeName).join(" · "),
    workplace.value === null ? null : workplaceNames[workplace.value].toLowerCase(),
  ].filter((part) => part !== null);
  return (
    <>
      <ReadsAs reading={reading} likely={likely}>
        {more.length > 0 && <span className="soft"> · {more.join(", ")}</span>}
      </ReadsAs>
      <ReadsMix reading={reading} />
    </>
  );
}
