import { SaxesParser } from "saxes";

/** An element with elements in it: their values by name, a list where a name repeats. Made without a prototype, so that no name is special. */
export type XmlNode = { [name: string]: XmlValue | XmlValue[] };
export type XmlValue = string | XmlNode;

/** Boards' feeds nest six deep. What nests deeper is another thing, and would cost the stack of whoever walks it. */
const deepest = 64;

/**
 * XML as plain values, the root under its name: `<a><b>1</b><b>2</b></a>` → `{ a: { b: ["1", "2"] } }`. Attributes are left out: no board says anything in them.
 * Throws where it is not well-formed. A DOCTYPE is refused: no board sends one, and entities that expand, or fetch, are declared nowhere else.
 */
export function xmlValue(text: string): XmlNode {
  const root: XmlNode = Object.create(null) as XmlNode;
  const open: { node: XmlNode; text: string[] }[] = [{ node: root, text: [] }];
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new Error("it has a DOCTYPE, which is not read: entities could be declared in it");
  });
  parser.on("opentag", () => {
    if (open.length > deepest) throw new Error(`its elements nest deeper than ${deepest}`);
    open.push({ node: Object.create(null) as XmlNode, text: [] });
  });
  const add = (some: string): void => void open.at(-1)!.text.push(some);
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name }) => {
    const { node, text: parts } = open.pop()!;
    put(open.at(-1)!.node, name, isEmpty(node) ? parts.join("").trim() : node);
  });
  parser.write(text).close();
  return root;
}

function put(node: XmlNode, name: string, value: XmlValue): void {
  const there = node[name];
  if (there === undefined) node[name] = value;
  else if (Array.isArray(there)) there.push(value);
  else node[name] = [there, value];
}

function isEmpty(node: XmlNode): boolean {
  for (const _ in node) return false;
  return true;
}
