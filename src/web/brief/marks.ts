import { type ChangeDesc, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { MarkStyle } from "../components/posting/findings.ts";

/** Words of the editor's text that a finding rests on. */
export type EditorMark = { from: number; to: number; finding: string; style: MarkStyle };

export const setMarks = StateEffect.define<readonly EditorMark[]>();
export const setActive = StateEffect.define<string | null>();

type Marked = { marks: readonly EditorMark[]; all: DecorationSet; active: string | null; lit: DecorationSet };

/** The findings' words, which move with the text until the next reading, and among them those of the finding that is looked at. */
export const marked = StateField.define<Marked>({
  create: () => ({ marks: [], all: Decoration.none, active: null, lit: Decoration.none }),
  update(before, transaction) {
    let now = before;
    if (transaction.docChanged) now = moved(before, transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) now = withMarks(effect.value, now.active);
      if (effect.is(setActive) && effect.value !== now.active) now = { ...now, active: effect.value, lit: litOf(now.marks, effect.value) };
    }
    return now;
  },
  provide: (field) => [EditorView.decorations.from(field, ({ all }) => all), EditorView.decorations.from(field, ({ lit }) => lit)],
});

/** The findings whose words `at` stands in, the narrowest first. */
export function findingsAt({ marks }: Marked, at: number): string[] {
  const here = marks.filter(({ from, to }) => from <= at && at <= to).toSorted((a, b) => a.to - a.from - (b.to - b.from));
  return [...new Set(here.map(({ finding }) => finding))];
}

function moved(before: Marked, changes: ChangeDesc): Marked {
  const marks = before.marks.map((mark) => ({ ...mark, from: changes.mapPos(mark.from, 1), to: changes.mapPos(mark.to, -1) })).filter(({ from, to }) => from < to);
  return { ...before, marks, all: before.all.map(changes), lit: before.lit.map(changes) };
}

function withMarks(marks: readonly EditorMark[], active: string | null): Marked {
  return { marks, active, all: Decoration.set(marks.map(({ from, to, style }) => lookOf(style).range(from, to)), true), lit: litOf(marks, active) };
}

function litOf(marks: readonly EditorMark[], active: string | null): DecorationSet {
  return Decoration.set(marks.filter(({ finding }) => finding === active).map(({ from, to, style }) => ("layer" in style ? litLayer(style.layer) : lit).range(from, to)), true);
}

const looks = new Map<string, Decoration>();

function lookOf(style: MarkStyle): Decoration {
  const [name, value] = "layer" in style ? ["data-layer", style.layer] : ["data-fact", style.fact];
  return kept(`${name} ${value}`, () => Decoration.mark({ tagName: "mark", attributes: { [name!]: value! } }));
}

const lit = Decoration.mark({ tagName: "mark", attributes: { "data-active": "true" } });

function litLayer(layer: string): Decoration {
  return kept(`lit ${layer}`, () => Decoration.mark({ tagName: "mark", attributes: { "data-active": "true", "data-layer": layer } }));
}

/** One object a look: the editor compares decorations by identity first. */
function kept(key: string, make: () => Decoration): Decoration {
  let look = looks.get(key);
  if (look === undefined) looks.set(key, (look = make()));
  return look;
}
