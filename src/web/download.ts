/** Gives a text to the reader as a file of their own; nothing is sent. */
export function download(text: string, type: string, name: string): void {
  saveFile(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** `fileName("Senior ML Engineer (London)", "md")` → `"senior-ml-engineer-london.md"` */
export function fileName(title: string, extension: string): string {
  const name = title.normalize("NFKD").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60);
  return `${name === "" ? "brief" : name}.${extension}`;
}
