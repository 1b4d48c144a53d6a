import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Lines } from "./lines.ts";

export type Pasting = {
  /** Markup as lines of text; a few milliseconds later, as it is done beside the page. */
  linesOf(markup: string): Promise<Lines>;
  /** What the markup that was taken in hides from everybody. */
  onHidden(hidden: readonly string[]): void;
  /** Files that were dropped or pasted. */
  onFiles(files: File[]): void;
  /** Why something was not taken in, in words for people. */
  onRefused(why: string): void;
};

/** More than that is no description but a mistake: it is not taken in. */
export const MOST_UNITS = 6_000_000;
const MARKUP_UNITS = 3_000_000;
const blockTag = /<\/?(?:p|div|ul|ol|li|h[1-6]|br|table|section|article)(?:\s[^<>]*)?\/?>/i;

/** Pasted and dropped things become lines of text: markup is never parsed by the page, and nothing gives the text a look of its own. */
export function pasted(pasting: Pasting): Extension {
  const take = (transfer: DataTransfer | null, view: EditorView, at?: number): boolean => {
    if (transfer === null) return false;
    const files = [...transfer.files];
    const plain = transfer.getData("text/plain");
    if (files.length > 0 && plain === "") {
      pasting.onFiles(files);
      return true;
    }
    const html = transfer.getData("text/html");
    const markup = html !== "" && html.length <= MARKUP_UNITS ? html : blockTag.test(plain.slice(0, 100_000)) && plain.length <= MARKUP_UNITS ? plain : null;
    if (markup === null) return false;
    pasting
      .linesOf(markup)
      .then(({ lines, hidden }) => {
        insert(view, lines.trim() === "" ? plain : lines, at);
        if (hidden.length > 0) pasting.onHidden(hidden);
      })
      .catch(() => insert(view, plain, at));
    return true;
  };
  return [
    EditorState.transactionFilter.of((transaction) => {
      if (!transaction.docChanged || transaction.newDoc.length <= MOST_UNITS) return transaction;
      pasting.onRefused(`That would make ${transaction.newDoc.length.toLocaleString("en")} characters, and a description may have ${MOST_UNITS.toLocaleString("en")}. Nothing was changed.`);
      return [];
    }),
    EditorView.domEventHandlers({
      paste: (event, view) => taken(event, take(event.clipboardData, view)),
      drop: (event, view) => taken(event, take(event.dataTransfer, view, view.posAtCoords({ x: event.clientX, y: event.clientY }, false))),
    }),
  ];
}

function taken(event: Event, done: boolean): boolean {
  if (done) event.preventDefault();
  return done;
}

/** In place of the selection, or at a place. */
function insert(view: EditorView, text: string, at?: number): void {
  const { from, to } = at === undefined ? view.state.selection.main : { from: at, to: at };
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, scrollIntoView: true, userEvent: "input.paste" });
}
