/** Where title, location and description stand in a reading's text: title, blank line, location, blank line, description. `textParts("ML Engineer\n\nBerlin\n\nTrain.").bodyStart` → `21` */
export function textParts(text: string): { title: [start: number, end: number]; location: [start: number, end: number]; bodyStart: number } {
  const titleEnd = text.indexOf("\n\n");
  const locationStart = titleEnd + 2;
  const locationEnd = text.indexOf("\n\n", locationStart);
  return { title: [0, titleEnd], location: [locationStart, locationEnd], bodyStart: locationEnd + 2 };
}

/** Whether anything but its title stands in a description: what is pasted as "Senior AI Engineer" is a title and no more. */
export function describes(text: string): boolean {
  const { title, bodyStart } = textParts(text);
  const body = text.slice(bodyStart).replace(/^[\s#>*_-]+/, "");
  // By hand: a pattern for marks at the end begins anew at every mark of a line of them, quadratic in its length.
  let end = body.length;
  while (end > 0 && /[\s*_]/.test(body[end - 1]!)) end--;
  return end > 0 && body.slice(0, end) !== text.slice(...title).trim();
}

/** The description alone: `bodyOf("ML Engineer\n\nBerlin\n\nTrain.")` → `"Train."` */
export function bodyOf(text: string): string {
  return text.slice(textParts(text).bodyStart);
}
