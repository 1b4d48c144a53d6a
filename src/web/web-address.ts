/** The address if a browser may follow it: a posting or a source may hold anything where its address should be. `webAddress("javascript:alert(1)")` → `null` */
export function webAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}
