/** A name without accents and case, as names are compared. `foldMarks("Société Générale")` → `"societe generale"` */
export function foldMarks(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
