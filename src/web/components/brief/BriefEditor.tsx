import type { EditorView } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { type EditorEvents, makeEditor, replaceText, selectWords } from "../../brief/editor.ts";
import { type EditorMark, setActive, setMarks } from "../../brief/marks.ts";

export type EditorHandle = { replace(text: string): void; select(from: number, to: number): void; focus(): void };

type Props = {
  ref: Ref<EditorHandle>;
  /** What it begins with; while it is on the page it holds the text itself. */
  begin: string;
  /** The marks and the text they belong to: marks of another text than what stands there now are not shown. */
  marks: { of: string; marks: readonly EditorMark[] };
  active: string | null;
  events: EditorEvents;
};

/** The description as plain text with live marks. */
export function BriefEditor({ ref, begin, marks, active, events }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const newest = useRef(events);
  const beginning = useRef(begin);
  useEffect(() => {
    newest.current = events;
    beginning.current = begin;
  });
  useEffect(() => {
    const made = makeEditor(frame.current!, beginning.current, {
      onChange: (text, pasted) => newest.current.onChange(text, pasted),
      onCaret: (findings) => newest.current.onCaret(findings),
      onPoint: (findings) => newest.current.onPoint(findings),
      onFiles: (files) => newest.current.onFiles(files),
      onRefused: (why) => newest.current.onRefused(why),
      onHidden: (hidden) => newest.current.onHidden(hidden),
      linesOf: (markup) => newest.current.linesOf(markup),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);
  useEffect(() => {
    const now = view.current!;
    // Marks that came too late would stand on other words; those of the newer text are on their way.
    if (now.state.doc.length === marks.of.length && now.state.doc.toString() === marks.of) now.dispatch({ effects: setMarks.of(marks.marks) });
  }, [marks]);
  useEffect(() => view.current?.dispatch({ effects: setActive.of(active) }), [active]);
  useImperativeHandle(ref, () => ({
    replace: (next) => view.current !== null && replaceText(view.current, next),
    select: (from, to) => view.current !== null && selectWords(view.current, from, to),
    focus: () => view.current?.focus(),
  }));
  return <div ref={frame} className="brief-editor" />;
}
