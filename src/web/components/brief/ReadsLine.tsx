import { levelSays } from "../../../brief/level.ts";
import type { Brief } from "../../../terms/brief.ts";
import { percent } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";
import { seniorityNames, workplaceNames } from "../../words.ts";
import { placeName } from "../posting/findings.ts";
import { ReadsAs, ReadsMix } from "../posting/ReadsAs.tsx";

/** What the description reads as, in one line, and the mix of its work. */
export function ReadsLine({ brief: { reading, likely, work } }: { brief: Pick<Brief, "reading" | "likely" | "work"> }) {
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
      {reading.mix === null && work !== null && work.spread !== null && <p className="soft">{briefWords.kinds(work.kinds.map(({ name, share }) => `${name} ${percent(share)}`).join(", "), work.told, work.spread.toFixed(2))}</p>}
    </>
  );
}
