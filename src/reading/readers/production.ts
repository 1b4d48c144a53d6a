import type { Finding } from "../../terms/evidence.ts";
import { evidenceAt, hitsOf, lineOf, unknown, whyUnread, type Document, type Hit } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";
import { ITEM } from "../text/html.ts";
import { sentenceAround, type Stretch } from "./beside.ts";

export const productionLexicon: Lexicon<"production" | "shipped"> = {
  kind: "production",
  entries: {
    production: [
      "production", "prod", "productioni(s|z)(e|ed|es|ing|ation)", "productionali(s|z)(e|ed|ing)", "production(grade|ready)",
      "produktion", "produktivbetrieb", "produktiv", "produktive", "produktiven", "produktivumgebung(en)", "produktionsumgebung(en)", "produktionsreif(e|en|er)", "produktionsreife", "produktivsetzung", "produktivsysteme(n)",
      "industrialisation", "industrialiser", "industrialisé(e)(s)", "productie", "productieomgeving(en)", "productierijp(e)", "productiewaardig(e)",
    ],
    // Models that were shipped ran in production.
    shipped: ["shipped", "shipping"],
  },
};

/**
 * Whether experience with systems in production is asked for, required or preferred. What the person will do in the job does not count.
 * "Experience deploying models to production" → true
 */
export function readProduction(doc: Document): Finding<boolean> {
  if (!doc.read) return unknown(whyUnread(doc));
  let named = false;
  for (const hit of hitsOf(doc, "production")) {
    const sentence = statementAround(doc, hit);
    const asks = asksForIt(hit, sentence.text);
    if (!asks && named) continue;
    if (hit.id === "shipped" ? !shipsModels.test(sentence.text) : makesGoods(doc, hit, sentence.text)) continue;
    named = true;
    if (!asks) continue;
    return { value: true, confidence: 0.88, because: "asks for experience with systems in production", evidence: [evidenceAt(doc, sentence.start, sentence.end)] };
  }
  if (named) return { value: false, confidence: 0.8, because: "production is only part of the work", evidence: [] };
  return unknown();
}

/** A list item is one statement, however many stops it has ("U-Net, e.g. in production"); in running text a sentence is. */
function statementAround(doc: Document, hit: Hit): Stretch {
  const line = lineOf(doc, hit);
  if (line.kind !== ITEM || line.end - line.start > 400) return sentenceAround(doc, hit);
  return { start: line.start + 2, end: line.end, text: doc.text.slice(line.start + 2, line.end) };
}

// Factories, films and chemicals are produced too; stops of music and video share the word.
const goods =
  /\b(naval|hardware|volume|chemical|mass|video|audio|content|music|film|media|post|food|crop|oil|gas|energy|lean|manufactur\w+|factory|factories|pcb|vehicle|battery|aircraft|assembly|supply|livestock|event|theat\w+|creative|studio|photo|tv|broadcast|print|report|semiconductor|wafer|parts?|mechanical|fleet|unit|industrielle|agricole|audiovisuelle|chaîne de|ligne de|lignes de|site de|sites de|outils? de|moyens de|coûts? de|gestion de (la )?|contrôle de (la )?)[- ]*(of )?(pre-?|post-?)?$/i;
const goodsAfter = /^[- ]*(lines?\b|floor|plants?\b|facilit|staff|crew|assistant|manager|planning|schedul|operator|technician|costs?|volumes?|hardware|tooling|parts?|budget|companies|house|studio|team'?s needs|processes of|designer|coordinator|artist|industrielle|de rapports|d['’]indicateurs|de contenus|écrite)/i;

function makesGoods(doc: Document, hit: Hit, sentence: string): boolean {
  const before = doc.text.slice(Math.max(0, hit.start - 24), hit.start);
  const after = doc.text.slice(hit.end, hit.end + 24);
  return goods.test(before) || goodsAfter.test(after) || /\b(film|video|footage|manufacturing process|mining|naval)\b/i.test(sentence);
}

const shipsModels = /\b(shipp(ed|ing))\b.{0,60}\b(models?|ml|ai[- ](powered|features|agents|systems|products)|llms?|llm-powered|machine learning|agents)\b/i;

const experience =
  /\b(experience|experienced|track record|proven|proficien\w+|expertise|background|history|years|yrs|hands-on|demonstrated|you['’]ve|you have|have (been|built|shipped|deployed|run|worked|taken|owned|led|put|brought)|has (built|shipped|deployed)|skilled|knowledge|understanding|familiar\w*|erfahrung\w*|kenntnisse|nachweis\w*|expérience\w*|maîtrise|maitrise|ervaring|kennis|aantoonbaar\w*|vous avez)\b/i;
/** Experience promised, not asked for. */
const promised = /\b(you['’]ll|you will|you['’]re going to|will) (gain|get|learn|build|have)\b|vous (allez|aurez)/i;
/** Words that under requirements also speak of what the person has done or can do. */
const able = /\b(built|build|written|wrote|delivered|delivering|brought|ran|running|used|record|(\w+ )?mise?s? en production|laufen|gebracht|eingeführt|opgeleverd|gebouwd|shipped|deployed|launched|scaled|debugged|implement\w+|strong|solid|advanced|exposure|ability|able|comfort\w*|capable|fluent|published|deep|own (problems|agent|systems)|maîtris\w+|capacité)\b/i;
/** Code of production quality, an eye for it, or a design made into code: a way of working, not systems that were run. */
const onlyQuality =
  /\b(figma|mock-?ups?|wireframes?|pixel|design concepts|notebooks?)\b[^.;]{0,70}\bproduction|\bproduction[- ](ready|quality|level|grade|facing)?[- ]?(ui|front-?end)\b|\bproduction[- ]((first|ml) )?(mindset|awareness|stability|data stores?|error)|\bclean\b[^.;]{0,30}\bproduction(-facing)?\b|\b(passion|excitement|excited|care about|eye for|appétence)\b[^.;]*\bproduction|don['’]t need to write|same as prototyping|theory into production|before they reach production/i;

/** The rarest condition comes first: the others look through the whole statement. */
function asksForIt(hit: Hit, statement: string): boolean {
  if (hit.section === "title" || hit.section === "benefits" || hit.section === "legal") return false;
  if (hit.section === "requirements" || hit.section === "preferred") {
    if (/^\W*(we|our|you will|your work)\b/i.test(statement) || !(experience.test(statement) || able.test(statement))) return false;
  } else if (!opensLikeDemand.test(statement) || !(experience.test(statement) || /^\W*ability to\b/i.test(statement))) return false;
  return !promised.test(statement) && !onlyQuality.test(statement);
}

// Sections are not always told apart: outside requirements a sentence must open as a demand does.
const opensLikeDemand =
  /^\W*(\d|strong|deep|solid|proven|hands-on|demonstrated|experience|experienced|expertise|extensive|significant|background|familiarity|knowledge|understanding|ability|track record|a |an |you['’]ve|you have|have|has|at least|minimum|several|proficien\w+|prior|previous|excellent|erfahrung|fundierte|mehrjährige|expérience|vous (avez|justifiez|disposez)|ervaring|je hebt)\b/i;
