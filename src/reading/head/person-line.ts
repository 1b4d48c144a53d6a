import { read } from "../read.ts";

/**
 * Whether words are a person's name that holds a place's: `isPerson("Jordan Smith", false)` → `true`, of "Phoenix" and "Berlin Mitte" `false`.
 * Where a recruiter's post stands beside, a first name that no place has will do: "Jack London | Recruiter".
 */
export function isPerson(words: string, meetsOne: boolean): boolean {
  const [, first = "", last = ""] = name.exec(words) ?? [];
  if (first === "" || surroundings.test(first) || surroundings.test(last) || !(meetsOne || given.has(first.toLowerCase()))) return false;
  const { places } = read({ location: words, description_text: "-" });
  const spans = places.flatMap(({ evidence }) => evidence.map(({ start, end }) => end - start));
  // "Georgia Davis" names two places, "Austin Texas" one with both its words.
  return new Set(places.map(({ city, region, country }) => `${city} ${region} ${country}`)).size > 1 || Math.max(0, ...spans) <= Math.max(first.length, last.length);
}

/** Whether a piece of a line says what somebody is to those who apply: "Hiring Manager", "Talent Partner". */
export function meetsPerson(piece: string): boolean {
  return post.test(piece);
}

const name = /^(?:(?:Mr|Ms|Mrs|Mx|Dr|Prof|Herr|Frau|M|Mme|Dhr|Mw)\.?\s)?(\p{Lu}\p{Ll}+)(?:\s\p{Lu}\.?)?\s(\p{Lu}[\p{L}'’]+(?:-\p{Lu}\p{Ll}+)?)$/u;
const post =
  /^(?:(?:senior|lead|technical|your|head of|ihre?|dein|votre|je) )*(?:hiring (?:manager|team|lead)|(?:tech(?:nical)? )?recruit(?:er|ing|ment)(?: (?:lead|manager|partner))?|recruteu(?:r|se)|talent (?:acquisition|partner|lead|scout)\b.*|(?:hr|people|human resources)\b.*|(?:co-?)?founder|c[eto]o|contact(?: person)?|ansprechpartner(?:in)?|personal(?:leit|referent|beratung)\p{L}*|chargée? de recrutement|contactpersoon)$/iu;
/** What stands beside a city's name and belongs to it. */
const surroundings = /^(?:area|metro|downtown|city|central|centre|center|county|region|state|office|hq|campus|bay|north|south|east|west|northern|southern|eastern|western|greater|inner|old|new|near|remote|hybrid|onsite|station|park|bridge|island|beach|hills|heights|airport|mitte|nord|süd|ost|zentrum|centrum|noord|zuid|oost|sud|est|ouest)$/iu;
/** First names that cities, states and countries have too. */
const given = new Set(
  "adelaide aiden alexandria allen alma angel anna ashton asia august augusta aurora austin avery beverly brandon brooklyn bryan camden cameron carmel carolina carson chad charlotte chelsea chester cheyenne china christian clara clayton clinton clovis corona cyrus dakota dallas dalton darwin dayton devon diego eden elgin elizabeth emory eugene everett fernando florence francisco gary georgia gilbert grant hamilton helena henderson holland houston hudson hunter india ireland irene irving isabel israel jackson jasper jerome jordan joseph josé juan kenya kingston laurel lauren lincoln logan london lorraine lourdes lucia luis madison marion martin melbourne memphis mercedes milan nelson norman odessa orlando owen paris parker phoenix preston quincy raleigh regina roman rosario salvador santiago savannah selma sierra sofia sophia sydney thomas toledo trenton troy tyler valencia valentina vera verona victoria vienna vincent virginia warren wellington winston".split(" "),
);
