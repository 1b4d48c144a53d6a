import type { DescriptionPart } from "../../terms/brief-outputs.ts";
import type { Brief } from "../../terms/brief.ts";
import type { Section } from "../../terms/section.ts";
import type { TextLine } from "./text-lines.ts";

const bySection: Record<Section, DescriptionPart> = { title: "about", location: "place", intro: "about", responsibilities: "responsibilities", requirements: "requirements", preferred: "preferred", about: "about", benefits: "pay", legal: "other" };

const hiring =
  /\b(?:interview(?:s|ing)?|hiring process|recruitment process|apply(?:ing)? (?:now|today|here|by|via|through|online|directly|even if|with (?:your|a)|for (?:this|the) (?:role|job|position))|(?:to|how to|please) apply\b|application(?:s)? (?:process|deadline|close|are|by)|your application|take-home|send (?:us |in )?(?:your|a|an|the) (?:cv|resume|résumé|application|portfolio)|bewerbungsprozess|bewerbung(?:en|sunterlagen)?|bewirb|lebenslauf|(?:erste[sn]?|zweite[sn]?|kennenlern)-?\s?gespräch\w*|vorstellungsgespräch\w*|entretien(?:s)?|candidature(?:s)?|postule[rz]|processus de recrutement|(?:votre|ton|un) cv|sollicit(?:eer|atie\w*)|sollicitatiegesprek\w*|(?:je|jouw) cv|motivatie(?:brief)?|gesprekken|nous répondons|we (?:reply|respond)|wir (?:antworten|melden uns)|we reageren)\b/i;
/** Words that speak of applying, whatever the section is called in which they stand. */
const surelyHiring = /^(?:to apply\b|apply (?:by|with|here|now|via|at)\b|send (?:us |in )?(?:your|a) (?:cv|resume|résumé)|(?:there (?:is|are)|we hold|expect) (?:\w+ ){0,2}(?:interviews?|conversations?)\b|schick\w* uns (?:dein|ihr)|bewirb dich|envoyez[- ](?:nous|votre)|pour postuler|stuur (?:ons )?(?:je|jouw)|solliciteer)/i;
const hiringHeading = /apply|application|hiring|interview|recruit|process|next steps|bewerb|so geht|ablauf|candidat|postuler|recrutement|sollicit|procedure/i;

/** What a person does there: "You will train …", "Du entwickelst …", "Vous concevez …", "Je bouwt …", or a verb that opens an item. */
const duty =
  /^["“]?(?:(?:in this role,? )?you(?:['’]ll| will)(?: (?:also|mainly|first|then|mostly|often))? (?!(?:need|have (?:a|an|at|\d|experience|the opportunity|access)|be (?:considered|eligible|able to work|offered|paid|asked|required|reimbursed|joining|based)|receive|get|find|love|like|enjoy|learn|earn|bring|report|thrive|know|join|be (?:the|an?|part|one|joining))\b)\p{L}+|your (?:job|work|task|first task) (?:is|will be) to\b|du (?:wirst )?(?!(?:hast|bringst|bist|kannst|verfügst|sprichst|bekommst|erhältst|willst|möchtest|kennst|suchst|liebst|beherrschst|weißt|magst|findest)\b)\p{L}{3,}st\b|vous (?!(?:avez|êtes|maîtrisez|disposez|justifiez|possédez|connaissez|aimez|souhaitez|parlez|bénéficiez|savez|cherchez|voulez|recevez|rejoignez|rejoindrez|intégrez|intégrerez|évoluez|serez)\b)\p{L}+ez\b|(?:je|jij) (?:gaat )?(?!(?:hebt|bent|kunt|beschikt|krijgt|spreekt|wilt|zoekt|weet|vindt|houdt|brengt|werkt graag)\b)\p{L}{3,}t\b)/iu;
const dutyItem =
  /^(?:build|design|develop|own|lead|train|deploy|maintain|monitor|improve|write|run|create|implement|ship|collaborate|work (?:with|closely|on)|define|evaluate|measure|fine-tune|integrate|operate|manage|optimi[sz]e|research|analy[sz]e|prototype|scale|automate|test|review|mentor|support|deliver|drive|partner|coordinate|conduct|establish|ensure|translate|explore|concevoir|développer|construire|déployer|évaluer|mettre en|piloter|assurer|participer|collaborer|entraîner|intégrer|analyser|optimiser|animer|rédiger|entwicklung|weiterentwicklung|aufbau|konzeption|betrieb|optimierung|analyse|umsetzung|implementierung|training von|zusammenarbeit mit|ontwikkelen|bouwen|ontwerpen|trainen|opzetten|verbeteren|onderhouden|samenwerken met|meedenken)\b/iu;

/** What a person must have: "You have …", "You will need five years …" */
const asks =
  /^(?:you(?:['’]ll| will)? (?:need|have (?:a|an|at|\d|experience|strong|deep|solid|worked|built|run|shipped)|bring|must|know|are (?:fluent|proficient|experienced|comfortable))\b|(?:we are looking for|we['’]re looking for|we look for|ideally,? you|must have|required:|\d{1,2}\s?\+?\s(?:years?|yrs)\b|(?:mindestens )?\d{1,2}\s?\+?\sjahre\b|\d{1,2}\s?\+?\s(?:ans|jaar)\b)|du (?:hast|bringst|verfügst|kennst|beherrschst|sprichst)\b|(?:sie|wir) (?:bringen|erwarten|verfügen)\b|vous (?:avez|maîtrisez|disposez|justifiez|possédez|connaissez)\b|(?:je|jij) (?:hebt|beschikt|spreekt|kent)\b|wij vragen)/iu;
const plus = /^(?:nice to have|bonus|a plus|preferred|ideally|von vorteil|wünschenswert|idealerweise|un plus|idéalement|een pr[eé]|pluspunt|bij voorkeur)\b/i;
const vaguePay = /salar|\bpay\b|compensation|remuneration|gehalt|vergütung|entlohnung|salaire|rémunération|salaris|beloning/i;
/** Team and lead are told of, not done. */
const surroundings = /\b(?:you(?:['’]ll| will)? (?:directly )?report (?:directly )?to|reports? (?:directly )?to|you(?:['’]ll| will) (?:join|be the (?:first|second|third|fourth|fifth)|be part of)|du berichtest|ihr team besteht|dein team besteht|vous (?:rejoignez|rejoindrez|intégrez|intégrerez)|rattachée? (?:à|au)|je rapporteert|je komt in een team)/iu;
const legal =
  /equal (?:employment )?opportunit|regardless of|without regard|\brace\b|religion|gender identity|disabilit|behindert|accommodation|privacy|background check|e-verify|affirmative|visa sponsor|data protection|datenschutz|chancengleichheit|behinderung|geschlecht|égalité des chances|handicap|données personnelles|discriminat|gelijke kansen|privacyverklaring/i;

/** By what was read in the line; else by what it says; else by the section it stands in. Duties and requirements under their own headings stay together, whatever else they name. */
export function partOf(line: TextLine, { reading, findings }: Brief): DescriptionPart {
  const { section, text, isItem } = line;
  const holds = (evidence: readonly { start: number; end: number }[]): boolean => evidence.some(({ start, end }) => start >= line.start && end <= line.end);
  if (holds(reading.pay.flatMap((pay) => pay.evidence))) return "pay";
  // "Competitive salary", wherever it stands.
  if (findings.some(({ id, quotes }) => id === "pay-words" && quotes.some((quote) => quote.start <= line.end && quote.end >= line.start && vaguePay.test(text)))) return "pay";
  if (section === "location") return "place";
  if (!isItem && surelyHiring.test(text)) return "hiring";
  if (section === "responsibilities" || section === "requirements" || section === "preferred") {
    // Prose under one heading goes on to other things: "Nice to have: Spark." stands behind what is asked for.
    if (isItem) return bySection[section];
    if (plus.test(text)) return "preferred";
    return section !== "requirements" && asks.test(text) ? "requirements" : section !== "responsibilities" && duty.test(text) ? "responsibilities" : bySection[section];
  }
  if (legal.test(text)) return "other";
  if (section === "legal" && line.heading !== null && hiringHeading.test(line.heading)) return "hiring";
  if (section !== "benefits" && surroundings.test(text)) return "environment";
  if (section !== "benefits") {
    if (plus.test(text)) return "preferred";
    if (asks.test(text) || (holds(reading.years.evidence) && !hiring.test(text))) return "requirements";
    if (duty.test(text) || (isItem && dutyItem.test(text))) return "responsibilities";
  }
  if (hiring.test(text)) return "hiring";
  if (section !== "legal" && holds(reading.environment.flatMap((topic) => topic.evidence))) return "environment";
  if (section !== "legal" && holds(reading.workplace.evidence)) return "place";
  return section === null ? "about" : bySection[section];
}
