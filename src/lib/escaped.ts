/** Text as HTML and SVG show it, in elements and quoted attributes. `escaped('<a href="x">')` → `"&lt;a href=&quot;x&quot;&gt;"` */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
