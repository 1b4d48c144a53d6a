/** What a label at the head of a description says that its value is. */
export type HeadField = "title" | "location" | "company";

/** A label and what stands behind it; `sure` where nothing else is ever called so. `value` is empty where it stands on the next line. */
export type Labelled = { field: HeadField; sure: boolean; value: string };

// "Role: …" may be a duty, a kind of contract or a section as well; "Job title: …" is a title.
const sureLabels: Record<HeadField, string> = {
  title:
    "(?:job|position|role|vacancy|posting|official|working) title|title|name of (?:the )?(?:position|role)|job name|job opening|job offer|open position|vacancy|now hiring|we(?:['’]re| are) hiring|hiring|wanted|jobtitel|job-titel|stellentitel|stellenbezeichnung|positionsbezeichnung|berufsbezeichnung|titel|stellenangebot|stellenausschreibung|stellenanzeige|gesucht|wir suchen|intitulé(?: (?:du|de) (?:poste|l['’]offre|l['’]emploi))?|titre(?: (?:du|de) (?:poste|l['’]offre|l['’]emploi))?|nom du poste|poste à pourvoir|offre d['’]emploi|functietitel|functienaam|functiebenaming|vacaturetitel|vacature|gezocht|wij zoeken",
  location:
    "(?:job |work |office |primary |role |position |preferred )?locations?(?:\\(s\\))?|place(?: of work)?|work ?place|city|based in|(?:arbeits|einsatz|dienst|beschäftigungs)?ort|(?:arbeits)?standorte?|arbeitsplatz|dienstsitz|lieux?(?: de travail| de la mission| du poste| d['’]exercice)?|localisation|ville|locaties?|werklocatie|standplaats|plaats|vestiging",
  company: "company(?: name)?|employer(?: name)?|hiring (?:company|organi[sz]ation)|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|société|employeur|bedrijf(?:snaam)?|werkgever|organisatie",
};
const otherLabels = "position|role|job|stelle|rolle|funktion|beruf|poste|fonction|métier|emploi|functie|rol|baan|subject|betreff|objet|onderwerp|re";

const marks = "\\s*(?:\\([^()]{0,30}\\)\\s*)?(?:[:\\uff1a]|\\s[-–—|]\\s|\\t)\\s*";
const labels: readonly (readonly [field: HeadField, sure: boolean, label: RegExp])[] = [
  ...(["title", "location", "company"] as const).map((field) => [field, true, new RegExp(`^(?:${sureLabels[field]})(?:${marks}|$)`, "iu")] as const),
  ["title", false, new RegExp(`^(?:${otherLabels})(?:${marks}|$)`, "iu")],
  ["title", true, /^\p{Lu}[^:.!?]{1,40} (?:is hiring|are hiring|sucht|recrute|zoekt|busca)\s*[:\uff1a]\s*/u],
];
/** "Title: ML Engineer, Location: Berlin": the next label ends a value. */
const nextLabel = /[,;]?\s+(?:job title|title|location|company|employer|salary|type|department|team|standort|arbeitsort|unternehmen|gehalt|lieu|entreprise|salaire|locatie|bedrijf|salaris)\s*[:：]/iu;

/** `labelled("Standort: Berlin")` → `{ field: "location", sure: true, value: "Berlin" }`; null for a line without a label, and for "Location matters". */
export function labelled(line: string): Labelled | null {
  for (const [field, sure, label] of labels) {
    const found = label.exec(line);
    if (found === null) continue;
    const value = line.slice(found[0].length).trim();
    // A word alone on its line, without a colon, is a heading as well: only a place and a title are looked for behind it.
    if (value === "" && !/[:：]\s*$/.test(line) && (field === "company" || !/^\S+(?: \S+)?$/.test(line))) return null;
    return { field, sure, value: value.slice(0, nextLabel.exec(value)?.index ?? value.length).trim().replace(/[,;|]$/, "") };
  }
  return null;
}
