import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { type Extension, EditorState, type Transaction } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
import { pageNonce } from "../theme.ts";
import { linesLook } from "./lines-look.ts";
import { findingsAt, marked } from "./marks.ts";
import { pasted, type Pasting } from "./pasting.ts";

export type EditorEvents = Pasting & {
  /** `pasted`: over all that was there, or where nothing was. */
  onChange(text: string, pasted: boolean): void;
  /** The findings under the caret, the narrowest first. */
  onCaret(findings: string[]): void;
  /** The findings under the pointer. */
  onPoint(findings: string[]): void;
};

/** The editor of a description: plain text, with the words that findings rest on marked. */
export function makeEditor(parent: HTMLElement, text: string, events: EditorEvents): EditorView {
  return new EditorView({ parent, state: EditorState.create({ doc: text, extensions: extensions(events) }) });
}

/** Whether nothing of the text before is left but what the clipboard had. */
function isPastedWhole(transaction: Transaction): boolean {
  if (!transaction.isUserEvent("input.paste")) return false;
  const before = transaction.startState.doc;
  let whole = false;
  transaction.changes.iterChanges((from, to) => (whole ||= before.sliceString(0, from).trim() === "" && before.sliceString(to).trim() === ""));
  return whole;
}

/** Another text in place of what is there; one step back brings the old one. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, annotations: isolateHistory.of("full") });
}

/** Selects words of the text and brings them into sight; the keyboard goes there. */
export function selectWords(view: EditorView, from: number, to: number): void {
  view.focus();
  view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
}

/** A text that would make the page itself endless scrolls in a frame of its own. The longest of 40,000 real descriptions has 60,000 characters. */
const LONG_UNITS = 60_000;
const LONG_LINES = 1000;
const isLong = EditorView.editorAttributes.compute(["doc"], ({ doc }) => ({ class: doc.length > LONG_UNITS || doc.lines > LONG_LINES ? "long" : "" }));

function extensions(events: EditorEvents): Extension {
  return [
    EditorView.cspNonce.of(pageNonce()),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({ "aria-label": "Description", "aria-describedby": "editor-help", spellcheck: "true", autocapitalize: "sentences", autocorrect: "on" }),
    placeholder("Paste a job description, drop a file here, or write: what the person will do, what they bring, what you offer."),
    // Turned text, zero-width and control characters show as what they are.
    highlightSpecialChars(),
    history(),
    search({ top: true }),
    isLong,
    // Tab leaves the editor, as it leaves every field of a page.
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    marked,
    linesLook,
    pasted(events),
    EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
      if (docChanged) events.onChange(state.doc.toString(), transactions.some(isPastedWhole));
      if (selectionSet || docChanged) events.onCaret(findingsAt(state.field(marked), state.selection.main.head));
    }),
    EditorView.domEventHandlers({
      pointermove: (event, view) => {
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        events.onPoint(at === null ? [] : findingsAt(view.state.field(marked), at));
      },
      pointerleave: () => events.onPoint([]),
    }),
  ];
}
