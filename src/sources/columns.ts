/** The fields that a column can fill. The last five are put together into the pay as text. */
export type ColumnField =
  | "id" | "company" | "title" | "location" | "salary_raw" | "posted_at" | "closed_at" | "url" | "department" | "employment_type" | "remote" | "lang" | "description_html" | "description_text"
  | "city" | "region" | "country" | "pay_min" | "pay_max" | "pay_currency" | "pay_period";

/** How columns are called, in lower case with single spaces; German, French and Dutch exports too. The first column that fits a field is taken. */
const names: Record<ColumnField, string[]> = {
  id: ["id", "job id", "jobid", "posting id", "job posting id", "req id", "requisition id", "reference", "ref", "external id", "referenz", "référence", "referentie"],
  company: ["company", "company name", "employer", "employer name", "organization", "organisation", "hiring organization", "organization name", "firma", "unternehmen", "arbeitgeber", "entreprise", "employeur", "société", "bedrijf", "werkgever"],
  title: ["title", "job title", "position", "position title", "role", "posting title", "job", "name", "jobtitel", "titel", "stelle", "stellenbezeichnung", "intitulé", "titre", "poste", "functie", "functietitel"],
  location: ["location", "job location", "locations", "place", "office", "workplace location", "standort", "ort", "arbeitsort", "lieu", "lieu de travail", "localisation", "locatie", "standplaats"],
  salary_raw: ["salary raw", "salary", "pay", "compensation", "salary range", "pay range", "salary text", "wage", "gehalt", "vergütung", "salaire", "rémunération", "salaris"],
  posted_at: ["posted at", "posted", "date posted", "posted date", "post date", "publication date", "published at", "published", "date", "created at", "listed time", "veröffentlicht", "datum", "date de publication", "gepubliceerd"],
  closed_at: ["closed at", "closed", "date closed", "expires at", "valid through", "expiry", "closing date"],
  url: ["url", "link", "job url", "job link", "apply url", "posting url", "job posting url", "href"],
  department: ["department", "team", "division", "abteilung", "département", "afdeling"],
  employment_type: ["employment type", "job type", "contract type", "contract", "schedule", "formatted work type", "work type", "beschäftigungsart", "vertragsart", "type de contrat", "dienstverband"],
  remote: ["remote", "is remote", "remote allowed", "work from home"],
  lang: ["lang", "language", "sprache", "langue", "taal"],
  description_html: ["description html", "html", "job description html", "body html"],
  description_text: ["description text", "description", "job description", "description plain", "text", "body", "content", "details", "posting", "beschreibung", "stellenbeschreibung", "texte", "omschrijving", "vacaturetekst", "functieomschrijving"],
  city: ["city", "town", "stadt", "ville", "stad", "plaats"],
  region: ["state", "region", "province", "bundesland", "région", "provincie"],
  country: ["country", "country code", "land", "pays"],
  pay_min: ["salary min", "min salary", "minimum salary", "pay min", "salary from", "compensation min", "min amount"],
  pay_max: ["salary max", "max salary", "maximum salary", "pay max", "salary to", "compensation max", "max amount"],
  pay_currency: ["currency", "salary currency", "pay currency", "währung", "devise", "valuta"],
  pay_period: ["pay period", "salary period", "period", "interval", "salary interval", "salary unit"],
};

const delimiters = [",", ";", "\t", "|"] as const;

/** The columns of a table by the names in its first line. */
export type Header = { delimiter: string; columns: string[]; taken: Map<ColumnField, number> };

/** Reads a header line; null where it names fewer than two columns that we know. */
export function headerOf(line: string): Header | null {
  let best: Header | null = null;
  for (const delimiter of delimiters) {
    const columns = splitHeader(line, delimiter);
    const taken = takenOf(columns);
    if (taken.size > (best?.taken.size ?? 1)) best = { delimiter, columns, taken };
  }
  return best;
}

export function takenOf(columns: readonly string[]): Map<ColumnField, number> {
  const at = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    const name = plainName(column);
    if (!at.has(name)) at.set(name, i);
  }
  const taken = new Map<ColumnField, number>();
  for (const [field, known] of Object.entries(names) as [ColumnField, string[]][]) {
    // Names stand in the order of their worth: "description" before "text".
    const name = known.find((one) => at.has(one));
    if (name !== undefined) taken.set(field, at.get(name)!);
  }
  return taken;
}

/** `plainName("Job_Title ")` → `"job title"` · `plainName("jobTitle")` → `"job title"` */
function plainName(name: string): string {
  return name.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase().replaceAll(/[\s_.-]+/g, " ").trim();
}

function splitHeader(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((name) => name.trim().replaceAll(/^"|"$/g, ""));
}
