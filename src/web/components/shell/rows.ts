/**
 * From row to row with the keyboard: a row is any element with `data-row` that holds a link, on any page. Its link gets the focus, so that Enter opens it and a screen reader reads it.
 * Returns whether there was a row to go to.
 */
export function focusRow(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("main [data-row]")].filter((row) => row.getClientRects().length > 0);
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = now === -1 ? (step === 1 ? rows[0] : rows.at(-1)) : rows[now + step];
  const link = next?.querySelector<HTMLElement>("a[href]");
  link?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
  return link !== undefined && link !== null;
}

/** To the page's filter, its words selected. */
export function focusFilter(): boolean {
  const filter = document.querySelector<HTMLInputElement>("main [data-filter]");
  filter?.focus();
  filter?.select?.();
  return filter !== null;
}
