import type { ReactNode } from "react";
import type { PostingAnswer } from "../../api.ts";
import { date, shown } from "../../figures.ts";
import { webAddress } from "../../web-address.ts";
import { postingWords } from "../../words/posting.ts";
import { seenDays } from "./seen-days.ts";
import { ReadsAs, ReadsMix } from "./ReadsAs.tsx";

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
  const seen = seenDays({ closed, firstSeen, lastSeen });
  return (
    <header className="page-head">
      <h1>{title ?? words.untitled}</h1>
      <p className="soft facts">
        {posting.company && <span>{shown(posting.company)}</span>}
        {location !== null && <span>{location}</span>}
        {posted !== null && <span>{words.posted(date(posted))}</span>}
        {seen !== null && <span>{words.seen(seen)}</span>}
        {closed !== null && <span>{words.closed(date(closed))}</span>}
        {gone !== null && <span>{words.gone(date(gone))}</span>}
        {from !== null && (
          <a href={from} target="_blank" rel="noreferrer noopener">
            {words.at(new URL(from).hostname)}
          </a>
        )}
      </p>
      <ReadsAs reading={reading} />
      {reading.role.value !== null && reading.role.because !== "" && <p className="soft">{reading.role.because}</p>}
      <ReadsMix reading={reading} />
    </header>
  );
}
