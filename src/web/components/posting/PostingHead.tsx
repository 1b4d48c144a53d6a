import type { ReactNode } from "react";
import type { Reading } from "../../../terms/reading.ts";
import { roleName } from "../../../terms/role.ts";
import type { PostingAnswer } from "../../api.ts";
import { date, shown } from "../../figures.ts";
import { webAddress } from "../../web-address.ts";
import { postingWords } from "../../words/posting.ts";
import { LayerMix } from "../market/LayerMix.tsx";

const words = postingWords;

type Props = {
  answer: PostingAnswer;
  /** Title and location as they stand in the text, with their findings marked; null where they are empty. */
  title: ReactNode;
  location: ReactNode;
};

/** Whose posting it is, when it was seen, and what it reads as. */
export function PostingHead({ answer: { posting, posted, closed, gone, firstSeen, lastSeen, reading }, title, location }: Props) {
  const from = webAddress(posting.url);
  return (
    <header className="page-head">
      <h1>{title ?? words.untitled}</h1>
      <p className="soft facts">
        {posting.company && <span>{shown(posting.company)}</span>}
        {location !== null && <span>{location}</span>}
        {posted !== null && <span>{words.posted(date(posted))}</span>}
        <span>{words.seen(date(firstSeen), date(lastSeen))}</span>
        {closed !== null && <span>{words.closed(date(closed))}</span>}
        {gone !== null && <span>{words.gone(date(gone))}</span>}
        {from !== null && (
          <a href={from} target="_blank" rel="noreferrer noopener">
            {words.at(new URL(from).hostname)}
          </a>
        )}
      </p>
      <ReadsAs reading={reading} />
      {reading.mix !== null && (
        <div className="reads-mix">
          <LayerMix mix={reading.mix} names />
          {reading.conflation !== null && (
            <span className="soft" title={words.conflationAbout}>
              {words.conflation} <b>{reading.conflation.toFixed(2)}</b>
            </span>
          )}
        </div>
      )}
    </header>
  );
}

function ReadsAs({ reading }: { reading: Pick<Reading, "role" | "layer"> }) {
  const { role, layer } = reading;
  if (role.value === null) return <p>{words.noRole(role.because)}</p>;
  return (
    <div>
      <p className="reads-as">
        {words.readsAs}{" "}
        <span className="with-dot">
          <span className="dot" data-layer={layer ?? "outside"} aria-hidden />
          <b>{roleName(role.value)}</b>
        </span>{" "}
        <span className="soft">
          {words.confidence(role.confidence.toFixed(2))}
          {role.runnerUp !== null && `; ${words.nextBest(roleName(role.runnerUp), role.margin.toFixed(2))}`}
        </span>
      </p>
      {role.because !== "" && <p className="soft">{role.because}</p>}
    </div>
  );
}
