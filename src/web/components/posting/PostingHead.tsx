import type { ReactNode } from "react";
import type { PostingAnswer } from "../../api.ts";
import { date, shown } from "../../figures.ts";
import { webAddress } from "../../web-address.ts";
import { roleName } from "../../../terms/role.ts";
import type { Reading } from "../../../terms/reading.ts";
import { LayerMix } from "../market/LayerMix.tsx";

type Props = {
  answer: PostingAnswer;
  /** Title and location as they stand in the text, with their findings marked; null where they are empty. */
  title: ReactNode;
  location: ReactNode;
};

/** Whose posting it is, and what it reads as. */
export function PostingHead({ answer: { posting, posted, closed, reading }, title, location }: Props) {
  const from = webAddress(posting.url);
  return (
    <header className="page-head">
      <h1>{title ?? "Untitled posting"}</h1>
      <p className="soft facts">
        {posting.company && <span>{shown(posting.company)}</span>}
        {location !== null && <span>{location}</span>}
        {posted !== null && <span>posted {date(posted)}</span>}
        {closed !== null && <span>closed {date(closed)}</span>}
        {from !== null && (
          <a href={from} target="_blank" rel="noreferrer noopener">
            the posting at {new URL(from).hostname}
          </a>
        )}
      </p>
      <ReadsAs reading={reading} />
      {reading.mix !== null && (
        <div className="reads-mix">
          <LayerMix mix={reading.mix} names />
          {reading.conflation !== null && (
            <span className="soft" title="0: work of one layer; 1: of all five alike">
              conflation <b>{reading.conflation.toFixed(2)}</b>
            </span>
          )}
        </div>
      )}
    </header>
  );
}

function ReadsAs({ reading }: { reading: Reading }) {
  const { role, layer } = reading;
  if (role.value === null) return <p>Reads as no role: {role.because}.</p>;
  return (
    <div>
      <p className="reads-as">
        reads as{" "}
        <span className="with-dot">
          <span className="dot" data-layer={layer ?? "outside"} aria-hidden />
          <b>{roleName(role.value)}</b>
        </span>{" "}
        <span className="soft">
          confidence {role.confidence.toFixed(2)}
          {role.runnerUp !== null && `; next best ${roleName(role.runnerUp)}, ${role.margin.toFixed(2)} behind`}
        </span>
      </p>
      {role.because !== "" && <p className="soft">{role.because}</p>}
    </div>
  );
}
