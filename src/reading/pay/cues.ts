import type { Lexicon } from "../lexicon.ts";

/**
 * What makes a posting worth looking at: a sign or code of money ("money"), or a word of pay that a bare number may follow ("cue").
 * A word that is common in other senses is left out where the number always brings a sign of its own ("try", "pen", "all").
 */
export const payLexicon: Lexicon<"money" | "cue"> = {
  kind: "pay",
  entries: {
    money: [
      "$", "€", "£", "¥", "₹", "₩", "₪", "₺", "₽", "฿", "₫", "₦",
      "(usd|eur|gbp|cad|aud|chf|inr|nzd|sgd|hkd|twd|brl|mxn|jpy|cny|rmb|krw|ils|nis|aed|sar|qar|pln|czk|huf|ron|bgn|sek|nok|dkk|zar|myr|thb|idr|php|vnd|uah|rub|egp|ngn|kes|cop|clp|ars)",
      "euro(s)", "keur(|o|os)", "ke", "dollars", "pounds", "zł", "złotych", "kč", "kr", "kronor", "kroner", "lei", "tl", "rs", "rm", "lpa", "lakh(s)", "lac(s)", "crore(s)", "ctc", "rupees", "dirhams", "franken", "reais", "yen", "teur", "kchf",
    ],
    cue: [
      "salary", "salaries", "pay", "paid", "wage(s)", "compensation", "comp", "remuneration", "earnings", "income", "ote", "on target", "hourly", "rate", "range", "stipend",
      "gehalt", "gehalts", "jahresgehalt", "monatsgehalt", "bruttogehalt", "jahresbruttogehalt", "bruttojahresgehalt", "grundgehalt", "fixgehalt", "zielgehalt", "einstiegsgehalt", "gehaltsspanne", "gehaltsrahmen", "gehaltsband", "vergütung", "ausbildungsvergütung", "stundenlohn", "tagessatz", "entgelt", "verdienst", "brutto",
      "rémunération(s)", "salaire(s)", "tjm", "fixe", "package", "brut(s)", "conditions financières", "fourchette",
      "salaris", "brutosalaris", "bruto", "maandsalaris", "jaarsalaris", "uurtarief", "dagtarief", "salarisindicatie", "salarisrange",
      "salario", "sueldo", "retribución", "remuneración", "banda salarial", "rango salarial", "salário", "remuneração", "retribuzione", "ral", "stipendio", "compenso",
      "wynagrodzenie", "widełki", "pensja", "stawka", "lön", "løn", "lønn", "palkka", "mzda", "plat", "fizetés", "bér", "salariu", "maaş", "ücret",
    ],
  },
};

const pay = [
  String.raw`salar(?:y|ies)|pay(?! it| off| attention| for)(?:ing|s)?|(?:be|is|are|get|been|get) paid|paid (?=hourly|weekly|monthly|in|at|between|from|annually)|wages?|comp(?:ensation)?|remunerat\w+|earn(?:ings?)?|income|hourly|OTE|on[- ]target|base|(?:hourly|day|daily|contract|target) rates?|rates?(?= (?:is|are|of|from|between|range|can|up|starting|:))|rate:?|range:|band|(?:monthly|internship|fellowship|residency|living|training|research) stipend(?= ?(?:of|:|-|–|is|will|\d|\p{Sc}|Rs))|CTC`,
  String.raw`\p{L}*gehalt\p{L}*|\p{L}*vergütung\p{L}*|(?!mindest)\p{L}*lohn|entgelt|verdienst|tagess[aä]tz\p{L}*|stundensatz|brutto\p{L}*`,
  String.raw`salaires?|rémunération|remuneration|TJM|fixe|package|bruts?|fourchette|conditions financières|taux horaire`,
  String.raw`\p{L}*salaris\p{L}*|bruto|\p{L}*loon|\p{L}*tarief`,
  String.raw`salarios?|salariale?s?|sueldo|retribuci[oó]n|remuneraci[oó]n|salários?|remuneração|retribuzione|RAL|stipendio|compenso`,
  String.raw`wynagrodzeni\p{L}*|widełki|pensja|stawk\p{L}|lön|lønn?|palkka|mzd\p{L}|plat|fizetés|salariu\p{L}*|maaş|ücret`,
].join("|");

const other = [
  String.raw`rais(?:ed|ing|e)|fund(?:ed|ing|s|raise)?|series|seed|backed|valu(?:ed|ation|ing)|worth|revenues?|ARR|MRR|GM?SV|GMV|GSV|AUM|ACVs?|TCVs?|ARPU|LTV|CAC|EBITDA|P&L|run[- ]rate|turnover|profits?|assets|budgets?|spend(?:ing)?|spent|sav(?:ed|es?|ings?|ing)|invest(?:s|ed|ment|ments|ing)?|sold|sales of|deals?|accounts?|contracts? (?:worth|valued|of)|clients?|customers?|portfolio|quotas?|book of business|transactions?|payments?|processed|generat(?:ed|ing|e)|impact|loans?|losses|costs?|fees?|prices?|priced|pricing|penalt\w+|donat\w+|charity`,
  String.raw`bonus(?:es)?|commissions?|incentives?|rewards?|prizes?|awards?|referrals?|signing|sign[- ]?on|relocation|retention|stipends?|allowances?|reimburse\w*|credits?|vouchers?|match\w*|401\s?\(?k\)?|RRSP|HSA|FSA|HRA|insurance|coverage|deductible|co-?pays?|premiums?|perks?|tuition|wellness|well-being|wellbeing|gym|grocer\w+|coupons?|lunch(?:es)?|meals?|food|snacks|commuter|transport\w*|travel|phone|internet|home[- ]office|WFH|equipment|laptop|hardware|learning|training|development|education\w*|professional development|certifications?|courses|conferences?|books|housing|childcare|fertility|adoption|pension|retirement|differential|gift|discounts?|grants?|scholarship|contribut\w+|per diem|minimum wage|living wage|threshold|visa|(?:times|\d ?x) (?:your |annual |base |the )*salary|(?:of|%) (?:your |annual |base |the )*salary|overtime|severance|equity (?:grant|award|package) (?:of|worth|valued)|variable`,
  String.raw`umsatz\p{L}*|finanzierung\p{L}*|investition\p{L}*|\p{L}*zuschuss|\p{L}*zuschüsse?|\p{L}*bonus\p{L}*|\p{L}*prämien?|\p{L}*geld|\p{L}*gutschein\p{L}*|\p{L}*guthaben|\p{L}*budget|\p{L}*zulagen?|\p{L}*bezug|\p{L}*bezugs\p{L}*|jobticket|deutschlandticket|mindestlohn|rabatt\p{L}*|\p{L}*weiterbildung\p{L}*|leistungen`,
  String.raw`chiffre d['’]affaires|CA(?= de| \d)|lev(?:é|ée|er) |levée|investissement\p{L}*|capital|primes?|tickets?|titres?[- ]restaurant|chèques?|bons? d['’]achat|rembours\p{L}*|indemnit\p{L}*|intéressement|participation|mutuelle|forfait|cooptation|parrainage|panier\p{L}*|SMIC|honoraires|budget`,
  String.raw`omzet|vergoeding|reiskosten\p{L}*|vakantiegeld|tegoed|\p{L}*toeslag|facturación|ayudas?|cheques?|vales?|dietas|bonificación|premio|buoni|welfare|premi[ae]?|benefícios|auxílio`,
].join("|");

type Patterns = { pay: RegExp; other: RegExp; otherBehind: RegExp; payBehind: RegExp; sum: RegExp };
let built: Patterns | null = null;

function patterns(): Patterns {
  // Between an amount and the noun it measures: "$5,000 annual signing bonus", "$200M in new funding"; a comma or "plus" ends it.
  const near = String.raw`^\s?(?:(?!(?:plus|and|with|und|et|zzgl|addition|along|alongside|depending|dependent|based|excluding|including|commensurate|but|or|which|that|is|are|will|we|you|our)\s)[\p{L}'’/()\d-]+\s){0,4}?(?:in |of |for |as |to |pour |für |per |de )?`;
  return (built ??= {
    pay: new RegExp(`(?<!\\p{L})(?:${pay})(?!\\p{L})`, "giu"),
    other: new RegExp(`(?<!\\p{L})(?:${other})(?!\\p{L})`, "giu"),
    otherBehind: new RegExp(`${near}(?:${other}|market|industry|contracts|variable|equity (?:grant|award)|(?:per |/\\s?)(?!(?:year|yr|y|annum|an|année|month|mo|mth|mois|week|wk|semaine|day|jour|j|hour|hr|heure|h|jahr|monat|woche|tag|stunde|std|jaar|maand|dag|uur|mes|hora|año|ano|anno|annee|mese|mês|giorno|ora|mc|rok|miesiąc|mies|godz\\p{L}*|månad|måned|timme|time|år|semana|settimana|día|dia|md|diem|annual\\p{L}*|full|tag)s?(?!\\p{L}))\\p{L}+|(?:to be used|to spend|towards?|to use|available|you can use))(?!\\p{L})`, "iu"),
    payBehind: new RegExp(`${near}(?:salary|base|OTE|on[- ]target|(?:base )?pay|compensation|wage|fixed?|CTC|LPA|\\p{L}*gehalt|\\p{L}*lohn|salaire|salaris|salario)(?!\\p{L})`, "iu"),
    sum: /(?:includ\p{L}*|incl\.?|inclusive of|plus|and|\+|&|with)\s+(?:\p{L}+\s){0,3}?\p{L}+$/iu,
  });
}

/** Which came last in the words before an amount, a word of pay or one of other money; null where neither stands there. */
export function cueBefore(before: string): "pay" | "other" | null {
  const found = patterns();
  const [paid, payLength] = lastMatch(found.pay, before);
  const [others, otherLength] = lastMatch(found.other, before);
  if (paid < 0 && others < 0) return null;
  // "times your salary" ends where "salary" does: the longer phrase says more.
  if (paid > others || (paid === others && payLength >= otherLength)) return "pay";
  // "base salary and bonus of $…": the bonus is part of the sum.
  const between = paid < 0 ? "" : before.slice(paid, others);
  return found.sum.test(between) && !/\d/.test(between) && !/^\s*\(/.test(before.slice(others)) ? "pay" : "other";
}

/** Whether the words right behind an amount say what it is: "$5,000 bonus", "$120k base". */
export function cueBehind(after: string): "pay" | "other" | null {
  const { otherBehind, payBehind } = patterns();
  const paid = payBehind.exec(after)?.[0].length ?? Infinity;
  const others = otherBehind.exec(after)?.[0].length ?? Infinity;
  if (paid === others) return null;
  return paid < others ? "pay" : "other";
}

/** Where the last match ends, -1 for none, and how long it is. */
function lastMatch(pattern: RegExp, text: string): [end: number, length: number] {
  let last: [number, number] = [-1, 0];
  for (const match of text.matchAll(pattern)) last = [match.index + match[0].length, match[0].length];
  return last;
}
