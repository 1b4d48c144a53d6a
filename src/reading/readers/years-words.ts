import type { Lexicon } from "../lexicon.ts";
import { wordsOf } from "../text/words.ts";

type Unit = "year" | "month" | "one";

export const yearsLexicon: Lexicon<Unit> = {
  kind: "years",
  entries: {
    year: ["years(|+)", "year(|+)", "yrs(|+)", "yr(|+)", "yoe", "jahre(|+)", "jahren(|+)", "jahr", "ans(|+)", "années(|+)", "année d expérience", "jaar", "jaren", "años(|+)"],
    month: ["months", "month experience", "mois d expérience", "monate berufserfahrung", "monate erfahrung", "maanden ervaring"],
    one: ["un an", "1 an", "une année d expérience", "un año", "1 año", "een jaar"],
  },
};

// Words beside a number of years, by which the patterns that cannot fit are left out. Without accents, as their numbers are compared.

/** Numbers in words. */
export const numbers = new Map<string, number>(Object.entries({
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20,
  ein: 1, eine: 1, einem: 1, einen: 1, zwei: 2, drei: 3, vier: 4, "fünf": 5, fuenf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10,
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10,
  een: 1, "één": 1, twee: 2, drie: 3, vijf: 5, zes: 6, zeven: 7, negen: 9, tien: 10,
  uno: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, diez: 10,
}));

/** Words that the pattern of a count runs over. */
export const counting = [...numbers.keys(), ..."to till through up or and à a bis tot ou oder of y et o more above greater over plus mehr meer más full solid consecutive calendar hands on".split(" ")];
/** What other spans of time begin with: "in the last 5 years", "founded 5 years ago"; "bac + 5" is a level. */
export const beforeOther =
  "last past next previous recent coming first final every each after within in just under than only since founded ago age aged ages nearly almost for over about de depuis pendant auf letzten nachsten vergangenen ersten seit uber als nach innerhalb laufzeit von fur sinds afgelopen binnen na apres les prochain prochaine prochains prochaines derniere dernieres schedule vest vests vested vesting ici bac level niveau grade top travel mindestalter ausbildungsdauer ausbildung conservees".split(" ");
/** "less than 2 years", "bis zu 2 Jahre": the most, not the least. */
export const beforeMost = "than to under moins de als zu dan maximum max".split(" ");
/** Words between one of these and the number. */
export const steps = "the of".split(" ");
export const beforeWish = "bonus have preferred".split(" ");
/** What a wish that closes a sentence ends with. */
export const closingWish = "preferred plus bonus have desirable desired advantageous vorteil wunschenswert atout apprecie pre wenselijk".split(" ");
export const combining = "combined collective collectively".split(" ");
export const choosing = "or oder ou".split(" ");
/** "years of history", "years in a row" */
export const spanOf = "age history service tenure employment growth operation operations heritage tradition insight insights runway success funding savings paid unpaid parental leave a business the".split(" ");
export const leads = "of in".split(" ");
/** What follows directly. */
export const spanAfter =
  /^(?:old$|ago$|contract|vest|cliff|degree|college|university|program|plans?$|roadmap|horizon|outlook|term$|lease|warrant|anniversar|to$|from$|later$|straight|journey|schedule|fixed|visa|limit|window|runway|after$|since$|growth|strong$|jung|alt$|vertrag|befristet|laufzeit|garantie|betriebszug|d$|renouvelable|revolus|geleden|oud$|contrat)/;

/** Words that the vocabulary must know, as it writes them. */
export function yearsWords(): string[] {
  return [...counting, ...beforeOther, ...beforeMost, ...steps, ...beforeWish, ...closingWish, ...combining, ...choosing, ...spanOf, ...leads].flatMap(wordsOf);
}
