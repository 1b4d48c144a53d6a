/** What a tagged PDF says a piece of text belongs to: the same object for all of one heading, paragraph, item or cell. `label` is the sign before an item. */
export type Tagged = { kind: "heading" | "item" | "text" | "label" };

export type StructNode = { role: string; children: readonly (StructNode | { type: string; id: string })[] };

const DEPTH = 60;

/** The tags of a page by the ids of its marked content; none where it is not tagged. Word processors and browsers write them, many other printers do not. */
export function tagsOf(tree: StructNode | null | undefined): Map<string, Tagged> {
  const tags = new Map<string, Tagged>();
  if (tree != null) walk(tree, null, tags, 0);
  return tags;
}

function walk(node: StructNode, outer: Tagged | null, tags: Map<string, Tagged>, depth: number): void {
  if (depth > DEPTH) return;
  const inner = taggedBy(node.role, outer);
  // Text that stands in a division of the page alone is a paragraph of its own.
  let loose: Tagged | null = null;
  for (const child of node.children) {
    if ("role" in child) walk(child, inner, tags, depth + 1);
    else tags.set(child.id, inner ?? (loose ??= { kind: "text" }));
  }
}

function taggedBy(role: string, outer: Tagged | null): Tagged | null {
  if (/^(?:H\d?|Title)$/.test(role)) return { kind: "heading" };
  if (role === "LI") return { kind: "item" };
  if (role === "Lbl") return { kind: "label" };
  if (/^(?:T[DH]|Caption|BlockQuote)$/.test(role) || (role === "P" && outer === null)) return { kind: "text" };
  return role === "L" || role === "Table" ? null : outer;
}
