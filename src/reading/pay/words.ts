import type { PayPeriod } from "../../terms/pay.ts";
import { characters, foldText } from "../text/characters.ts";

/** What a word beside a sum can mean. A word may mean several of them. */
export const PAY = 1;
/** Money that is not pay: funding, revenue, bonuses, benefits, prices. */
export const OTHER = 2;
/** Other money, said only right behind its sum: "$80k contracts". */
export const OTHER_BEHIND = 4;
export const BASE = 8;
export const TOTAL = 16;
/** Leads to a unit of time: "per", "a", "pro". */
export const PER = 32;
/** Ends what a sum is said to be: "plus", "and", "depending". */
export const STOP = 64;
/** May stand between a sum and its period: "USD", "gross". */
export const BESIDE = 128;

/** Means something else beside other words. */
export const CONTEXT = 256;

/** A word with what it means; `unit` is a unit of time ("month"), `period` a word that says a period by itself ("monthly"). */
export type Word = { start: number; end: number; text: string; means: number; unit: PayPeriod | null; period: PayPeriod | null };

// Letters without accents, as the words are compared.
const lists: readonly [means: number, words: string][] = [
  [PAY, "tarief loon lohn stundenlohn monatslohn uurloon uurtarief dagtarief taux financieres remunera pay pays wage wages comp compensation remuneration remunerated earn earns earning earnings income hourly ote base band ctc entgelt verdienst tagessatz tagessatze stundensatz brutto remunerations tjm package brut bruts brute bruto fourchette retribucion remuneracion remuneracao retribuzione compenso wynagrodzenie wynagrodzenia widelki pensja stawka stawki lonn mzda mzdu plat fizetes salariu salariul maas ucret palkka lon"],
  [PAY | BASE, "salar monatsgehalt maandsalaris jaarsalaris bruttogehalt salary salaries base basic salaire salaires fixe salaris salario salarios salarial sueldo salario ral stipendio gehalt gehalts"],
  [BASE, "fixed"],
  [PAY | TOTAL, "ote ctc zielgehalt"],
  [OTHER, "raised raise raising fund funds funded funding fundraise series seed backed valued valuation valuing worth revenue revenues arr mrr gmv gsv aum acv acvs tcv tcvs arpu ltv cac ebitda turnover profit profits assets budget budgets spend spending spent save saved saves saving savings invest invests invested investment investments investing sold deal deals account accounts client clients customer customers portfolio quota quotas transaction transactions payment payments processed generated generating generate impact loan loans losses cost costs fees price prices priced pricing penalty penalties donation donations donate charity incomes household households homes rent rents mortgage mortgages invoice invoices payroll"],
  [OTHER, "subsidy subsidies subsidised subsidized waiving bonus bonuses commission commissions incentive incentives reward rewards prize prizes award awards referral referrals signing relocation retention stipend stipends allowance allowances reimburse reimbursed reimbursement reimbursements credit credits voucher vouchers match matches matched matching rrsp hsa fsa hra insurance coverage deductible copay premium premiums perk perks tuition wellness wellbeing gym grocery groceries coupon coupons lunch lunches meal meals food snacks commuter transport transportation travel phone internet wfh equipment laptop hardware learning training development education educational certification certifications courses conference conferences books housing childcare fertility adoption pension retirement differential gift discount discounts grant grants scholarship contribute contributes contribution contributions threshold visa overtime severance variable"],
  [OTHER, "geld kosten achat diem umsatz finanzierung investition investitionen leistungen jobticket deutschlandticket mindestlohn zuschusse"],
  [OTHER, "affaires leve levee levees investissement investissements capital prime primes ticket tickets titres cheque cheques bons rembourse remboursement indemnite indemnites interessement participation mutuelle forfait cooptation parrainage panier paniers smic honoraires variables"],
  [OTHER, "omzet vergoeding vakantiegeld tegoed facturacion ayuda ayudas vale vales dietas bonificacion premio buoni welfare premi premia beneficios auxilio"],
  [OTHER_BEHIND, "market industry contracts variable towards toward used"],
  [PER, "per a an each the pro je die par de l al por la all na im ao za po"],
  [STOP, "plus and with und et zzgl addition along alongside depending dependent based excluding including before after commensurate but or which that is are will we you our if mit avec"],
  [BESIDE, "usd eur euro euros gbp cad aud chf inr gross brut brute brutto bruts bruta bruto brutos brutas brutti brutta netto net lordi lordo base salary ote total fixe fixed plus paid rate in cash ctc"],
  [CONTEXT, "rate rates range paid pay package income contract stipend target wage on office business l k base salaries salary"],
];

// Endings and beginnings of German and Dutch compounds, and what they mean.
const compounds: readonly [part: RegExp, means: number][] = [
  [/(?:gehalts?|gehaltes|salaris|salar)$|^(?:gehalts|vergutungs|salaris)/, PAY | BASE],
  [/(?:vergutung|lohns?|loon|tarief|verdienst)$/, PAY],
  [/(?:zuschuss|zuschusse|bonus|boni|pramien?|geld|gutscheine?|guthaben|budget|zulagen?|bezuge?|rabatte?|weiterbildung|weiterbildungen|umsatz|toeslag|kosten|vergoeding)$|^(?:umsatz|budgetv|finanzierungs|weiterbildungs|rembours|investi)/, OTHER],
];
const compound = new RegExp(compounds.map(([part]) => part.source).join("|"));

const units: Record<PayPeriod, string> = {
  hour: "hour hours hr hrs h std stunde stunden heure heures uur hora ora godz godzine godzina timme time",
  day: "day days tag jour jours j dag dia giorno dzien d",
  week: "week wk woche semaine semana settimana",
  month: "month months mth mo monat mois maand mnd mes mese mies miesiac mesic manad maned",
  year: "year yr annum jahr an annee jaar ano anno rok ar y",
};
const periods: Record<PayPeriod, string> = {
  hour: "hourly stundlich stundenlohn stundensatz uurloon uurtarief horaire orario oraria oraire ph",
  day: "daily tagessatz tagessatze tjm journalier dagtarief diario diarios md manday",
  week: "weekly wochentlich hebdo hebdomadaire semanal semanales",
  month: "monthly pcm pm monatlich monatliche monatliches monatsgehalt monatslohn mensuel mensuelle mensuels mensuelles maandelijks maandsalaris mensual mensuales mensal mensais mensile mensili miesiecznie miesieczne",
  year: "yearly annual annually annualized annualised pa jahrlich jahrliche jahrliches annuel annuelle annuels annuelles annuellement jaarlijks jaarsalaris anual anuales anualmente anuais annui annuo rocznie rocne lpa ctc ral",
};

/** Nothing or a space between two words, as nearly always: no pattern need look at it. */
export function isPlain(gap: string): boolean {
  return gap === " " || gap === "";
}

type Meaning = { means: number; unit: PayPeriod | null; period: PayPeriod | null };
type Known = Meaning & { text: string };
const nothing: Meaning = { means: 0, unit: null, period: null };
/** By the hash of their letters, so that no piece of the text need be cut out and put into lower case to look a word up. */
let built: Map<number, Known> | null = null;

/** The first `most` words of a piece of text, with what they mean beside a sum. Numbers are no words. */
export function wordsOf(text: string, most = 40): Word[] {
  const table = characters();
  const meanings = (built ??= build());
  const { length } = text;
  const words: Word[] = [];
  for (let start = 0; start < length && words.length < most; start++) {
    let hash = 0;
    let end = start;
    for (; end < length; end++) {
      const letter = table[text.charCodeAt(end)]!;
      if (letter < FIRST_LETTER) break;
      hash = hashed(hash, letter);
    }
    if (end === start) continue;
    const known = meanings.get(hash);
    if (known !== undefined && says(text, start, end, known.text)) words.push({ start, end, text: known.text, means: known.means, unit: known.unit, period: known.period });
    else words.push(unlisted(foldText(text.slice(start, end)), start, end));
    start = end;
  }
  return words;
}

const FIRST_LETTER = 97;

function hashed(hash: number, letter: number): number {
  return (Math.imul(hash, 31) + letter) | 0;
}

/** Whether a piece of the text is a word, but for case and accents. */
function says(text: string, start: number, end: number, word: string): boolean {
  const table = characters();
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (table[text.charCodeAt(start + i)] !== word.charCodeAt(i)) return false;
  return true;
}

function unlisted(text: string, start: number, end: number): Word {
  const { means, unit, period } = text.length < 8 ? nothing : compoundMeaning(text);
  return { start, end, text, means, unit, period };
}

// Words beside sums are few and come again: what a long one was found to mean is kept, up to this many.
const MOST_KEPT = 10_000;
const compoundsFound = new Map<string, Meaning>();

function compoundMeaning(word: string): Meaning {
  const found = compoundsFound.get(word);
  if (found !== undefined) return found;
  const means = compound.test(word) ? compounds.find(([part]) => part.test(word))![1] : 0;
  const period = word.includes("jahres") ? "year" : word.includes("monats") ? "month" : null;
  const meaning: Meaning = means === 0 && period === null ? nothing : { means, unit: null, period };
  if (compoundsFound.size < MOST_KEPT) compoundsFound.set(word, meaning);
  return meaning;
}

function build(): Map<number, Known> {
  const meanings = new Map<number, Known>();
  const entry = (word: string): Known => {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i));
    const known = meanings.get(hash) ?? { ...nothing, text: word };
    if (known.text !== word) throw new Error(`${JSON.stringify(word)} and ${JSON.stringify(known.text)} have the same hash`);
    meanings.set(hash, known);
    return known;
  };
  for (const [means, words] of lists) for (const word of words.split(" ")) entry(word).means |= means;
  for (const [period, words] of Object.entries(units) as [PayPeriod, string][]) for (const word of words.split(" ")) entry(word).unit = period;
  for (const [period, words] of Object.entries(periods) as [PayPeriod, string][]) for (const word of words.split(" ")) entry(word).period = period;
  return meanings;
}
