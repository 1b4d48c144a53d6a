import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from "@codemirror/view";

const heading = Decoration.line({ class: "line-heading" });
const item = Decoration.line({ class: "line-item" });
const HEADING_UNITS = 70;

/** Headings and list items of the lines in sight look like what they are. It is only looks: the text has no format. */
export const linesLook = ViewPlugin.define(
  (view) => ({
    look: looksOf(view),
    update({ docChanged, viewportChanged, view: now }) {
      if (docChanged || viewportChanged) this.look = looksOf(now);
    },
  }),
  { decorations: ({ look }) => look },
);

function looksOf(view: EditorView): DecorationSet {
  const looks = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      if (line.length < 2000 && isItem(line.text)) looks.add(line.from, line.from, item);
      else if (line.length > 0 && line.length <= HEADING_UNITS && isHeading(line.text, line.number === 1 ? "" : doc.line(line.number - 1).text, line.number === doc.lines ? "" : doc.line(line.number + 1).text)) looks.add(line.from, line.from, heading);
      at = line.to + 1;
    }
  }
  return looks.finish();
}

function isItem(line: string): boolean {
  return /^\s{0,8}[-•●▪◦‣·*–]\s/.test(line);
}

/** A short line without a full stop that stands apart from the text before it and opens what follows. */
function isHeading(line: string, before: string, after: string): boolean {
  return before.trim() === "" && after.trim() !== "" && !/[.,;!?]\s*$/.test(line);
}
