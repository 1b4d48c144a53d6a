import type { PhraseHit } from "./phrases.ts";

/**
 * Whether words that shut people out stand where nobody is shut out: where all are welcome "regardless of age, faith and origin", or "a photo is not required".
 * `asksNobody("Ein Lichtbild ist nicht erforderlich", hit)` → `true`
 */
export function asksNobody(text: string, { start, end }: PhraseHit): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const clause = `${before.slice(before.search(/[^.;:!?\n]*$/))}${text.slice(start, end)}`;
  const open = regardless.exec(clause);
  if (open !== null && open.index < clause.length - (end - start) && !asksAnew.test(clause.slice(open.index))) return true;
  return waived.test(text.slice(end, end + 90));
}

/** Whether words that are said of things too, "max age" or "native Arabic", are said of people here: the sentence names them, or what people have. */
export function isOfPeople(text: string, { id, start, end }: PhraseHit): boolean {
  const from = Math.max(text.lastIndexOf("\n", start) + 1, start - REACH);
  const line = text.slice(end, end + REACH);
  const behind = line.slice(0, line.search(/\n|$/));
  if (id === "age") return years.test(behind) || (people.test(`${text.slice(from, start)} ${behind}`) && !things.test(behind));
  return !things.test(behind.slice(0, 40)) && (people.test(`${text.slice(from, start)} ${behind}`) || tongue.test(`${text.slice(from, end)} ${behind}`));
}

const REACH = 200;

const regardless =
  /(?<!\p{L})(?:regardless of|irrespective of|independent(?:ly)? of|no matter|whether|without regard to|(?:do not|don['’]t|doesn['’]t|does not) (?:care|matter|mind) (?:if|about)|even if|unabhängig (?:von|davon)|ungeachtet|egal,? (?:ob|welche[nrs]?)|gleich welche[nrs]?|ob|auch wenn|quel(?:le)?s? que soi(?:t|ent)|sans (?:distinction|égard|considération)|indépendamment d|peu importe|même si|ongeacht|los van|ook als|of je|independientemente|sin importar|sin distinción)(?!\p{L})/iu;
/** "Regardless of your background, you must be …": a comma and who is spoken to, or a must, begin what is asked. */
const asksAnew = /,\s(?:you|we|candidates|applicants|please|must|should|du|sie|wir|bitte|vous|nous|tu|il faut|u|je|wij|usted|debes)(?!\p{L})/iu;

const waived =
  /^["”»]?\)?(?: \p{L}+){0,2},? (?:(?:(?:is|are) not|isn['’]t|aren['’]t|not) (?:needed|required|necessary|expected|asked for|wanted|a must)|(?:is|are) (?:irrelevant|unnecessary|no (?:requirement|criterion))|(?:do|does)(?: not|n['’]t) matter|plays? no role|(?:ist|sind|wäre)(?: \p{L}+)? (?:nicht|keine?)(?!\p{L})|(?:brauchen|verlangen|erwarten|benötigen|möchten|wollen) wir(?: \p{L}+)? nicht|(?:brauchst|benötigst|brauchen|benötigen) (?:du|sie)(?: \p{L}+)? (?:nicht|keine?)|(?:wird|werden)(?: \p{L}+)? nicht|nicht (?:nötig|erforderlich|notwendig)|spiel(?:t|en)(?: \p{L}+)? keine rolle|n['’](?:est|a|ont|sont|y a) (?:pas|aucune?)|(?:is|zijn|hoeft?)(?: \p{L}+)? niet|(?:maakt|speelt)(?: \p{L}+)? (?:niet|geen)|no (?:es|son) (?:necesari|obligatori|requerid))/iu;

const years = /^(?: for (?:this|the) (?:role|position|job))?(?:\sis|\sof)?[\s:(]{1,3}(?:1[6-9]|[2-6]\d)(?!\d|\s?(?:%|ms|m?s|sec|min|h|days?|hours?|months?|weeks?|tage|jours|dagen)(?!\p{L}))/iu;
const people =
  /(?<!\p{L})(?:you|your|cv|résumé|lebenslauf|candidates?|applicants?|apply|applying|hire|hiring|speak\w*|speech|fluen\w+|proficien\w+|level|spoken|written|writing|communicat\w+|bilingual|linguists?|translators?|required|preferred|a (?:strong |big )?plus|must|sie|du|bewerb\w+|kandidat\w*|sprach\w*|vous|tu|candidate?s?|postul\w+|parl\w+|je|jij|u|kandidaten|sollicit\w+|spreek\w*)(?!\p{L})/iu;
const tongue = /(?:english|german|french|dutch|spanish|italian|arabic|chinese|japanese|mandarin)[^.;\n]{0,40}(?:english|german|french|dutch|spanish|italian|arabic|chinese|japanese|mandarin)/iu;
const things = /(?<!\p{L})(?:headers?|cache|cookies?|tokens?|sessions?|platform|users?|models?|nlp|llms?|data|corpora|corpus|apps?|support|content|customers?|websites?|interfaces?|documents?|voices?|text|ocr|tts|asr)(?!\p{L})/iu;
