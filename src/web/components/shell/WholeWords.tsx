import { Fragment } from "react";

/** Text that breaks between its words alone, as a browser would also break it after the hyphens of `--data`. */
export function WholeWords({ text }: { text: string }) {
  return text.split(" ").map((word, i) => (
    // oxlint-disable-next-line react/no-array-index-key -- words have no name and never move
    <Fragment key={i}>
      {i > 0 && " "}
      {word.includes("-") ? <span className="whole-word">{word}</span> : word}
    </Fragment>
  ));
}
