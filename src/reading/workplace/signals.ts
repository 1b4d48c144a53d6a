import type { Workplace } from "../../terms/workplace.ts";
import { lineOf, type Document, type Hit } from "../document.ts";
import { aroundOf, BEING, CONDITION, hasColon, NEGATION, OTHER_PLACE, REMOTE, TIME, type Around } from "./around.ts";
import type { Cue } from "./cues.ts";

/** What one place of the text says of the workplace. Strength: 1 hints, 2 says, 3 says of this very job, 4 is the location field or the title, 5 sets days or calls the job hybrid, whatever the field says. */
export type Signal = { value: Workplace; strength: number; because: string; start: number; end: number };

type Verdict = readonly [Workplace, number] | null;

/** The most that a cue can say in the text, where it is no tag. */
const most: Record<Cue, number> = { remote: 3, fully: 3, anywhere: 0, home: 3, hybrid: 5, site: 5, person: 5, office: 5, days: 5, weekdays: 3, share: 3, presence: 5 };
const TAG_MOST = 3;

/** Whether a hit may say more than `best`: most of those behind a clear word need no look at what stands around them. */
export function mayOutrank(doc: Document, hit: Hit, best: Signal | null): boolean {
  if (hit.start < doc.bodyStart) return true;
  const cue = hit.id as Cue;
  const strength = mayBeTag(doc, hit) ? Math.max(TAG_MOST, most[cue]) : most[cue];
  return strength > (best?.strength ?? 0) || (strength === best?.strength && best.value !== "hybrid");
}

/** "#LI-Hybrid": a tag that job sites read. */
function mayBeTag(doc: Document, hit: Hit): boolean {
  return doc.text.charCodeAt(hit.start - 1) === HYPHEN || ((doc.text.charCodeAt(hit.start) | 32) === L && (doc.text.charCodeAt(hit.start + 1) | 32) === I);
}

const HYPHEN = 45;
const L = 108;
const I = 105;

/** What a hit of the workplace lexicon says, or null where its words speak of something else. */
export function signalOf(doc: Document, hit: Hit): Signal | null {
  const isHead = hit.start < doc.bodyStart;
  if (!isHead && isAfterHours(doc, hit)) return null;
  const around = aroundOf(doc, hit);
  const cue = hit.id as Cue;
  const isTag = around.words.startsWith("li") || (around.before.endsWith("-") && /#\w{1,4}-$/.test(around.before));
  const verdict = isTag ? tagged(cue) : isHead ? inHead(cue, around, hit.section === "title") : inText(cue, around);
  if (!verdict) return null;
  const [value, strength] = verdict;
  return { value, strength, because: isHead ? `the ${hit.section} says ${value}` : said[value], start: hit.start, end: hit.end };
}

/** "40 hours in the office" */
function isAfterHours(doc: Document, hit: Hit): boolean {
  const last = doc.tokenEnd[hit.token - 1]!;
  const letter = doc.text.charCodeAt(last - 1) | 32;
  return (letter === R || letter === S) && hit.start - last <= 3 && last > lineOf(doc, hit).start && /\bhours?$/i.test(doc.text.slice(last - 6, last));
}

const R = 114;
const S = 115;

const said: Record<Workplace, string> = {
  onsite: "the text says that the work is done on site",
  hybrid: "the text says that the work is done partly on site, partly at home",
  remote: "the text says that the work is done remotely",
};

function tagged(cue: Cue): Verdict {
  return cue === "hybrid" ? ["hybrid", 5] : cue === "site" ? ["onsite", 3] : ["remote", 3];
}

function inText(cue: Cue, around: Around): Verdict {
  switch (cue) {
    case "remote":
      return remoteWork(around);
    case "fully":
      return perks.test(around.after) || /^[\s-]*(?:task|assignment|test|exercise)/.test(around.after) || /(weeks?|days?|months?)( of| to| per year to)?\s*$/.test(around.before) ? null : ["remote", 3];
    case "home":
      return homeWork(around);
    case "anywhere":
      return null;
    case "hybrid":
      return hybridWork(around);
    case "site":
      return daysIn(around) ?? onSite(around);
    case "person":
      return daysIn(around) ?? inPerson(around);
    case "office":
      return daysIn(around) ?? inOffice(around);
    case "days":
      return daysIn(around);
    case "weekdays":
      return weekdays(around);
    case "share":
      return /^[^.]{0,20}\b(?:in|at|from) (?:the|their|your|our|an?) (?:[\w-]+ )?office|^[^.]{0,20}on-?site/.test(around.after) && !/travel/.test(around.before) ? ["hybrid", 3] : null;
    case "presence":
      return daysIn(around) ?? presence(around);
  }
}

/** The location field and the title: "Remote - US", "Engineer (Hybrid)"; in a title, "Remote Sensing Scientist" is no place of work. */
function inHead(cue: Cue, around: Around, isTitle: boolean): Verdict {
  if (cue === "remote" && isTitle && otherRemote.test(around.after)) return null;
  if (cue === "hybrid" && isTitle && otherHybrid.test(around.after)) return null;
  if (cue === "site" && isTitle && /^[\s-]*(?:reliability|engineer|manager|lead|support|service)/.test(around.after)) return null;
  if (cue === "office") return wholeWeek.test(around.after) ? ["onsite", 4] : /m\s*,\s*w|days|\d/.test(around.after) ? ["hybrid", 4] : /in[- ]office/.test(around.before) || (!isTitle && inOfficeField.test(around.words)) ? ["onsite", 4] : null;
  const value = { remote: "remote", fully: "remote", anywhere: "remote", hybrid: "hybrid", site: "onsite", person: "onsite", home: "hybrid", office: null, days: null, weekdays: null, share: null, presence: "onsite" } as const;
  const found = value[cue];
  return found && [found, 4];
}

const inOfficeField = /^(?:in[ -]office|op kantoor|au bureau|im büro)$/;

/** "In-office 5 days", "in the office full time" */
const wholeWeek = /^[\s,:(-]*(?:(?:5|five|6|six)\s*(?:full )?(?:days?|x|d\b|\/)|every ?day|full[- ]time|mon\w*\s*(?:to|through|-|–)\s*fri)/;

const perks = /^[\s-]*(?:work(?:ing)? )?(?:stipend|allowance|support|budget|equipment|set-?up|expenses|reimburse|subsid|bonus|for (?:up to|\w+ (?:weeks?|months?|days?))|up to|weeks?|months?|policy|program|perk|benefit)/;
const otherRemote =
  /^[\s-]*(?:sens\w+|procedure|desktop|servers?|hosts?|repositor\w+|control\w*|monitor\w*|patients?|care|access\w*|debug\w*|diagnos\w+|data|sources?|mcp|agents?|machines?|execution|code|sites?|areas?|regions?|locations?|stipend|set-?ups?|equipment|allowance|budget|hardware|villages?|support|workers?|workforces?|colleagues|members|staff|employees?|stakeholders?|customers?|clients?|interview\w*|onboarding|hir(?:es|ing)|meeting\w*|offsite|hackathon\w*|distributed|co-?located|tools?|tooling|technolog\w+|devices?|proctor\w*|inspection|assistance|deliver\w+|telemetry|labs?|gpus?|cluster\w*|compute|inference|communicat\w+|collaborat\w+|engineering teams?|teams?|teammates|operations?|fleet|abroad|lead\w*|leadership|vehicle\w*|operated|managed|attest\w+|and (?:in-?person|diverse|matrix|global|distributed)|or (?:in-?person|matrix|local)|or virtual)\b/;
const negated = /\b(?:no|not|isn['’]?t|aren['’]?t|never|cannot|can['’]?t|don['’]?t|doesn['’]?t|without|unable|pas|geen|kein\w*|nicht|rather than|instead of|over)\s+(?:[\w'’-]+\s+){0,3}(?:fully-)?$|\bnon-?\s?$/;
const refused = /^[^.,;]{0,30}\b(?:(?:is|are|ist|est)?\s?(?:not|nicht|niet|pas) (?:possible|available|offered|an option|accepted|supported|eligible|permitted|möglich|vorgesehen|mogelijk|toegestaan|prévu|autorisé)|(?:im|on)(?:possible|mogelijk)\b)/;
const whole = /(?:fully|100\s?%|100 percent|entirely|completely|permanently|predominantly|primarily|all|full[- ]time,?|full)[\s-]*$/;
const partly = /(?:occasional\w*|partial\w*|partly|some|mix of|mixture of|combination of|balance of|blend of|between|\d(?:\s?[-–]\s?\d)? days?(?: of| a week| per week)?|up to \d+ ?%(?: of)?)\s*$/;
const asRole = /(?:(?:role|position|job|opportunity|internship|contract|this)\s+(?:is|can be|will be|may be|has the (?:option|potential) to be|could be)\s+(?:an?\s+|done\s+|performed\s+|based\s+)?(?:\w+\s+)?|this is an?\s+(?:[\w-]+,?\s+){0,3})$/;
const asLabel = /(?:location|standort|lieu|type|modality|arrangement|workplace|work model|setting|where|basis|format|mode|schedule)\w*\s*(?:\([^)]*\))?\s*[:–—-]\s*[^.]{0,24}$/;

function isNegated({ before, marksBefore }: Around): boolean {
  return (marksBefore & NEGATION) !== 0 && negated.test(before);
}

function isSaidOfRole({ before, marksBefore }: Around): boolean {
  return (marksBefore & BEING) !== 0 && asRole.test(before);
}

/** Said of this very job, or behind a label such as "Location:". */
function isOfRole(around: Around): boolean {
  return isSaidOfRole(around) || (hasColon(around.before) && asLabel.test(around.before));
}

function remoteWork(around: Around): Verdict {
  const { before, words, after, marksBefore, marksAfter } = around;
  if (marksBefore & CONDITION && /\b(?:unless|approved|exception\w*|prefer(?:red)? (?:working|to work)|interview\w*|workshops?|trial)\b[^.]{0,30}$/.test(before)) return null;
  if (words === "à distance" || words === "op afstand") return /(?:100\s?%|volledig)\s*$/.test(before) ? ["remote", 3] : /possib\w*[^.]{0,16}travail\w*\s*$/.test(before) ? ["hybrid", 2] : null;
  const isWhole = whole.test(before);
  if (isNegated(around) && !/not only|no matter/.test(before)) return otherRemote.test(after) ? null : isWhole ? ["hybrid", 2] : ["onsite", 2];
  if (marksAfter & NEGATION && refused.test(after)) return ["onsite", 2];
  if ((marksAfter & OTHER_PLACE && orHybrid.test(after)) || (marksBefore & OTHER_PLACE && hybridOr.test(before))) return asRole.test(before.replace(hybridOr, "")) ? ["hybrid", 2] : null;
  if (marksAfter & OTHER_PLACE && /^\s*(?:work\w*\s*)?(?:and|\/|&|\+)\s*(?:in-?\s?office|on-?site|in-?person|office)/.test(after)) return /mix|combin|balance|blend|hybrid|flex/.test(before) ? ["hybrid", 3] : null;
  if (partly.test(before) || /^[\s-]*days?\b/.test(after)) return ["hybrid", 2];
  if (/^[\s-]*(?:team|compan|organi[sz]ation|workforce|workplace|culture|business|startup)/.test(after)) return isWhole || /^[\s-]*(?:compan|organi[sz]|workplace)/.test(after) ? ["remote", 2] : null;
  if (otherRemote.test(after) || perks.test(after) || /^[^.]{0,24}\b(?:year|summer)\b/.test(after)) return null;
  if (isWhole || isOfRole(around)) return ["remote", 3];
  if (/^[\s-]*(?:role|position|job|opportunity|contract|internship|only|\((?:us|usa|uk|eu|anywhere|global))/.test(after)) return ["remote", 3];
  if (/^[\s-]*(?:first|native|based|within|from|in the|across|anywhere|worldwide|eligible)\b/.test(after)) return ["remote", 2];
  if (/^[\s-]*friendly\b/.test(after)) return ["remote", 1];
  if (/^[\s-]*(?:flexib\w+|options?|possible)\b/.test(after)) return null;
  return before.trim() === "" && after.trim() === "" ? ["remote", 3] : ["remote", 1];
}

// Remote beside hybrid is a choice, and where the choice is not the job's own it says nothing.
const orHybrid = /^\s*(?:or|\/|and|&|,)\s*(?:fully )?(?:an? )?hybrid/;
const hybridOr = /\b(?:hybrid\w*|on-?site|in[- ]office)\s*(?:or|\/|and|,)\s*(?:fully |or )?$/;
const orRemote = /^\s*(?:\w+\s)?(?:or|\/|and|&|,)\s*(?:or )?(?:fully )?remote/;
const remoteOr = /\bremote(?:ly)?\s*(?:or|\/|and|,)\s*(?:an? )?$/;

const otherHybrid =
  /^[\s-]*(?:clouds?|search\w*|retriev\w*|rag|infrastructure\w*|data\w*|architect\w*|approach\w*|deploy\w*|solutions?|systems?|network\w*|quantum|vector\w*|index\w*|rank\w*|recommend\w*|models|modeling|modelling|mobile|apps?|applications?|on-?prem\w*|multi\w*|it\b|environments|electric|vehicles?|memory|parallel\w*|stacks?|pipelin\w*|storage|bm25|lexical|sparse|dense|semantic|events?|skills?|profiles?|humans?|ai\b|ml\b|teams? of|commercial|products?|ownership|threats?|identit\w+|workforces?|customers?|workloads?|compute|platforms?|frameworks?|algorithms?|methods?|engines?|physics|simulation\w*|reasoning|symbolic|neuro\w*|inference|blend|between|strateg\w+|experience|research|python|casual|games?|offices?|model combin\w*|allie\b|alliant|entre\b|of\b|connectivity|model systems|(?:role|position|job|profile) (?:that (?:blend|combin|bridg|span|sit|merg|mix)\w*|spanning|between|of|combin\w+|blend\w*|across))\b/;
const otherHybridBefore = /(?:vector|lexical|semantic|dense|sparse|clouds?|on-?prem\w*|vehicles?|electric|technical|agile|en v ou|innovation|public|private|rag|bm25|environnements?|architectures?|infrastructures?|profils?|solutions?|modèles?|systèmes?|approches?|product|number of|some roles\b.*|offline|online|automated|manual)[\s,/&(-]*(?:and |or )?$/;

function hybridWork(around: Around): Verdict {
  const { before, after, language, marksBefore, marksAfter } = around;
  if (otherHybrid.test(after) || otherHybridBefore.test(before) || (marksBefore & NEGATION && /\b(?:not|no|non|isn['’]t)\b[^.,;]{0,12}$/.test(before))) return null;
  if ((marksAfter & REMOTE && orRemote.test(after)) || (marksBefore & REMOTE && remoteOr.test(before))) return asRole.test(before.replace(remoteOr, "")) ? ["hybrid", 2] : null;
  if (language === "fr" && !/(?:travail\w*|mode|rythme|organisation|format|politique|poste|cadre)[^.]{0,24}$/.test(before) && !/^\s*[:(]?\s*\(?\d|^\s*(?:avec|:|$)/.test(after)) return null;
  if (/^[\s-]*(?:role|position|job)\b/.test(after) ) return ["hybrid", 5];
  if (isOfRole(around) || (marksAfter & OTHER_PLACE && /^\s*(?:or|\/)\s*(?:on-?site|in-?office|office)/.test(after))) return ["hybrid", 3];
  const isWork = /^\s*:\s|^[\s–—:-]*(?:work\w*|arbeit\w*|modell\b|werk\w*|role|position|schedule|office|in-?\s?office|set-?up|arrangement|policy|model|job|rhythm|attendance|capacity|format|basis|opportunit|flexib\w*|remote|\(|with|\d|team|company|culture|environment|first|from|based|by\b|in\b|at\b|out of|[,.;/|)]|$)/.test(after);
  return isWork ? ["hybrid", 3] : /\b(?:work\w*|offices?|home|days)\b/.test(before.slice(-30) + after.slice(0, 30)) ? ["hybrid", 2] : null;
}

function homeWork({ before, words, after, language }: Around): Verdict {
  if (perks.test(after)) return null;
  if (/(?:indemnité|allocation|prime|forfait|stipend|budget|support|monthly)\w*\s*(?:de |d['’]|for )?$/.test(before)) return null;
  if (words === "from home") return weekday.test(before.slice(-24) + after.slice(0, 24)) || /\d (?:other )?days?|(?:one|two|three) (?:other )?days?/.test(before.slice(-16) + after.slice(0, 16)) ? ["hybrid", 3] : null;
  if (language === "en") {
    if (/^[\s-]*(?:position|role|job|opportunity|based)\b/.test(after) || /100\s?%\s*$/.test(before)) return ["remote", 3];
    return /(?:flexibility|ability|option|possibility|freedom|able|days?|when|occasional\w*|wednesdays?|fridays?|mondays?|sometimes|\d)(?: to| of)?\s*$/.test(before) || /^[\s-]*(?:when|days?|on|once|twice|one|two|\d|fridays?|up to)\b/.test(after) ? ["hybrid", 2] : null;
  }
  if (/(?:pas de|aucun|sans|kein\w*|geen|no|pas)\s*$/.test(before) || refused.test(after) || /^\s*[:=]\s*(?:non|nein|nee|no)\b/.test(after)) return ["onsite", 2];
  if (/(?:100\s?%|full|komplett|vollständig|volledig|rein\w*|complet|total\w*|(?:entièrement|totalement|complètement) (?:en|à))\s*$/.test(before) || /^\s*(?:à\s*)?(?:100\s?%|total|complet|intégral)/.test(after)) return ["remote", 3];
  return ["hybrid", 3];
}

const weekday = /\b(?:mon|tues|wednes|thurs|fri)days?\b/;
const officeByDay = /\b(?:in|at|from) (?:our|the) (?:[\p{L}'’-]+ ){0,3}(?:offices?|studio|lab|hq)\b[^.]{0,16}$|\b(?:im|in unserem) (?:[\p{L}-]+ )?büro[^.]{0,16}$|au bureau[^.]{0,16}$|op kantoor[^.]{0,16}$/u;
const dayInOffice = /^[^.]{0,16}\b(?:(?:in|at|from) (?:our|the) (?:[\p{L}'’-]+ ){0,3}(?:offices?|studio|lab|hq)\b|(?:im|in unserem) (?:[\p{L}-]+ )?büro|au bureau|op kantoor|on-?site|vor ort|sur place)/u;

/** "We're in our Austin office Mondays and Tuesdays", "Tuesday to Thursday in the studio". */
function weekdays({ all, before, after }: Around): Verdict {
  if (!/office|studio|lab|hq|büro|bureau|kantoor|on-?site|vor ort|sur place/.test(all)) return null;
  return officeByDay.test(before) || dayInOffice.test(after) ? ["hybrid", 3] : null;
}

const otherSite =
  /^[\s-]*(?:interview\w*|construction|maintenance|visits?|support|install\w*|gym|lunch\w*|meals?|parking|caf\w+|kitchen|training\w*|events?|meeting\w*|customers?|clients?|with (?:our )?(?:customers?|clients?)|work at (?:project|customer|client)\w*|at (?:our |their )?(?:customers?|clients?|the customer|operations|their)|beim? kunden|bei (?:unseren )?kunden|chez|deploy\w*|commission\w*|workshops?|fitness|health\w*|child\w*|daycare|amenit\w+|perks?|massage|medical|doctor|facilit\w+|inspections?|operations|engineering|activities|when|for (?:customer|client|meeting|event|implementation)|stage|audits?|,? ?(?:or )?(?:remote\w*|virtual\w*|off-?site|hybrid)|and (?:remote\w*|virtual\w*|off-?site)|\/\s?(?:remote|hybrid|off)|customer|installation|travel)\b/;
const otherSiteBefore = /(?:customers?|clients?|virtual\w* (?:or|and)|remote(?:ly)?,? (?:or|and)|hybrid (?:or|and)|remote\s?\/|schedule an|final|quarterly|annual\w*|monthly|occasional\w*|travel\w*(?: to| for)?|visits?|interviews?(?: are| is)?|kunden|workshops?|some|sometimes|remote|full|through to|go|going|spend\w*|(?:gespräch|gesprek|entretien|schulung)\w*[\s|:–—-]*)\s*$/;

function onSite(around: Around): Verdict {
  const { before, words, after } = around;
  if (/recruit|interview|hiring process|co-?founder|\bmeet\b|off-?site/.test(after)) return null;
  if (standsAlone(around)) return ["onsite", 2];
  if (words === "sur site") return /(?:travail|poste|100\s?%|présence|temps plein)\s*$/.test(before) ? ["onsite", 2] : null;
  if (words === "vor ort" && /remote|hybrid|home/.test(before)) return /oder\s*$/.test(before) ? null : ["hybrid", 3];
  if (otherSite.test(after) || otherSiteBefore.test(before)) return null;
  if (isNegated(around)) return null;
  if (/^[\s-]*(?:role|position|job|employment|internship)\b/.test(after) || /(?:100\s?%|fully)\s*$/.test(before) || isOfRole(around)) return ["onsite", 3];
  if (/^[\s-]*(?:work\w*|team|company|culture|presence|in\b|at\b|from\b|only|full[- ]?time|daily|environment|\)|$)/.test(after) || /(?:hiring|work(?:ing)?|modality:?|\(|available|must be|team,?)\s*$/.test(before)) return ["onsite", 2];
  return null;
}

const otherPerson =
  /^[\s-]*(?:interview\w*|meeting\w*|events?|gather\w*|off-?sites?|retreats?|moments?|sales|commerce|payments?|training\w*|meet-?ups?|visits?|sessions?|workshops?|team building|and (?:virtual\w*|online|remote\w*|over)|or (?:virtual\w*|online|remote\w*|over|on|via|by)|throughout|several|once|twice|every (?:quarter|month|year|few)|quarterly|annually|a few|hackathons?|onboarding|connections?|time|assess\w+|office visit|to pharm\w+|purchases?|demos?|presentations?|conferences?|class\w*|leader|pharmacist|care|appointments?|communication|customer\w*|collaboration and building)\b/;

/** "Vor Ort.", "Lille | sur site": the words are all that a line says, or a piece of one. */
function standsAlone({ before, after }: Around): boolean {
  return endsBefore.test(before) && beginsAfter.test(after) && !otherAround.test(before.slice(-BESIDE)) && !otherAround.test(after.slice(0, BESIDE));
}

// As much of the line on either side as may be said of the same thing.
const BESIDE = 32;
const endsBefore = /^[\s-]*$|[.!|•·–—]\s+$/;
const beginsAfter = /^\s*(?:[.!](?:\s|$)|[|•·]\s|$)/;
const otherAround = /hybrid|remote|home|télé|thuis|afstand|distan|interview|gespräch|gesprek|entretien|event|schulung|training|kund|client|klant|customer/;

function inPerson(around: Around): Verdict {
  const { before, after } = around;
  if (/^[\s-]*(?:attendance|presence)\b/.test(after) && /occasional\w*\s*$/.test(before)) return ["hybrid", 2];
  if (otherPerson.test(after) || isNegated(around) || /(?:online|remote\w*|virtual\w*|phone|video|web|hybrid)\s*(?:or|and|\/|&|,)\s*$/.test(before)) return null;
  if (/^[\s-]*(?:role|position|job|internship)\b/.test(after) || isSaidOfRole(around) || /(?:roles? (?:is|are)|fully|location[^.]{0,30}|we are hiring)\s*$/.test(before)) return ["onsite", 3];
  if (/^[\s-]*(?:team|company|culture|work\w*|environment|startup|first)\b/.test(after) || /(?:hiring|work(?:ing|s)?|team,?|we['’]re|we are)\s*$/.test(before)) return ["onsite", 2];
  return /^[\s-]*(?:in|at|from) (?!(?:an|a|all|annual|yearly|quarterly|monthly|regular|company|team|least|times)\b)\p{L}/u.test(after) || before.trim() === "" ? ["onsite", 2] : null;
}

function inOffice(around: Around): Verdict {
  const { before, words, after } = around;
  if (/(?:lunch\w*|meals?|snacks?|breakfasts?|dinners?|food|coffee|gym|massages?|provided)\s*$/.test(before)) return null;
  if (words === "op kantoor" && standsAlone(around)) return ["onsite", 2];
  if (words.endsWith("first") && /home|remote/.test(after)) return ["hybrid", 2];
  if (/^[\s-]*(?:lunch\w*|snacks?|meals?|perks?|breakfast|dinners?|massage|gym|coffee|days?|setup|catering|drinks|fitness|when|kitchen|yoga|events?|amenit\w+|benefits?|space|manager)\b/.test(after) || isNegated(around)) return null;
  if (/^[\s-]*(?:role|position|job|internship|company)\b/.test(after) || isOfRole(around)) return /hybrid/.test(before + after) ? ["hybrid", 3] : ["onsite", 3];
  if ((around.marksBefore | around.marksAfter) & TIME) {
    if (/\b(?:every ?day|daily|full[- ]time|monday (?:to|through|-) friday|mon\s?-\s?fri)\b/.test(before + after)) return ["onsite", 2];
    if (/\bmost days\b|\bregularly\b|\bseveral days\b|\bsome days\b/.test(before + after)) return ["hybrid", 2];
  }
  return /^[\s-]*(?:team|culture|first|environment|centric|presence|model)\b/.test(after) ? ["onsite", 1] : null;
}

function presence({ before, after }: Around): Verdict {
  if (/^\s*(?:et|ou|\/|\+)\s*(?:à )?(?:distanc|télé|remote)/.test(after)) return ["hybrid", 2];
  return /100\s?%\s*(?:en )?$|(?:poste|travail|plein,?)\s*(?:\p{L}+\s){0,2}en $/u.test(before) || /^\s*(?:obligatoire|uniquement|exclusiv|à 100)/.test(after) ? ["onsite", 3] : null;
}

const number = "(?:\\d|one|two|three|four|five|six|un|deux|trois|quatre|cinq|ein|einen|zwei|drei|vier|fünf|twee|drie|vijf)";
const span = new RegExp(`(${number})(?:\\s*(?:\\+|-|–|to|or|à|bis|tot|/)\\s*(${number}))?\\s*\\+?\\s*(?:full |working |work |mandatory |required |fixed |festen? |feste |vaste |büro|präsenz|kantoor|in-?\\s?office |on-?site |anchor )*(?:days?|x|times|jours?|j\\b|tage?n?|dag(?:en)?|office days)`);
const english = ["", "one", "two", "three", "four", "five", "six"];
const other = [["un", "ein", "einen"], ["deux", "zwei", "twee"], ["trois", "drei", "drie"], ["quatre", "vier"], ["cinq", "fünf", "vijf"]];
const atOffice = /office|standort|\bsite\b|\bstudio\b|sit together|sur place|on-?site|in[- ]person|\bhq\b|headquarter|büro|vor ort|bureau|sur site|présentiel|kantoor|campus|workplace|in-?store/;
const atHome = /remote|home|afstand|à distance|télétravail|distanciel|mobil|thuis|wfh/;

/** "3 days a week in the office" is hybrid, five are an office; "2 jours de télétravail" is hybrid. */
function daysIn({ all, before, words }: Around): Verdict {
  if (!countsDays.test(all) && !officeDays.test(words)) return null;
  const near = ownSentence(all, before.length, before.length + words.length);
  if (officeDays.test(words) && required.test(near)) return ["hybrid", 5];
  if (!countsDays.test(near) || /workshop|interview|trial|off-?site|retreat|\byear|annual|vacation|holiday|quarter|\bmonth|onboarding|orientation|einarbeitung|inwerk|intégration|lunch|meals?\b|cater|breakfast|dinner|snack|gym|fitness/.test(near)) return null;
  const named = namedDays(near);
  if (named > 0 && named < 5 && !/mon\w*\s*(?:to|through|-|–)\s*fri/.test(all) && atOffice.test(near)) return ["hybrid", 3];
  if (/\b(?:a few|few|couple of|several) days\b/.test(near) && atOffice.test(near)) return ["hybrid", 3];
  const found = span.exec(near) ?? /\b(\d) ?days?\b|\b(\d)x\b/.exec(near);
  if (!found) return null;
  const days = Math.max(...found.slice(1).map((word) => (word ? count(word) : 0)));
  if (days === 0 || days > 7) return null;
  if (atHome.test(near) && !atOffice.test(near)) return days < 5 ? ["hybrid", 3] : null;
  if (!atOffice.test(all)) return null;
  const isForSome = /\bif you\b|\bmany (?:people|of us)\b|\bsome (?:people|of us)\b|\bfor those\b|\bemployees (?:who|living|based|within|near)\b|\bwithin \d+ (?:miles|km|kilomet)/.test(before);
  if (days >= 5) return isForSome ? null : ["onsite", 3];
  return ["hybrid", isForSome ? 2 : 5];
}

const NEAR_UNITS = 44;

/** What stands from `start` to before `end` with as much of its sentence on either side as may be near. */
function ownSentence(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < NEAR_UNITS && !(from > 1 && start - from + 2 <= NEAR_UNITS && endsSentence(text, from - 2))) from--;
  let to = end;
  while (to < text.length && to - end < NEAR_UNITS && !endsSentence(text, to)) to++;
  return text.slice(from, to);
}

/** Whether a stop that a space follows stands at `at`. */
function endsSentence(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === SPACE && ".!?;".includes(text[at]!);
}

const SPACE = 32;

// What every number of days has: a word for days or times, or the "x" and "j" that stand for them.
const countsDays = /day|times|jour|tag|dag|[\d\s+]x|[\d\s+]j\b/;

/** Days that are for the office by their name: said with "mandatory" or a weekday they need no number. */
const officeDays = /^(?:office days?|bürotage?n?|präsenztage?n?|kantoordag(?:en)?|jours? de présence)$/;
const required = /mandatory|required|compulsory|fixed|every \w+day|verpflichtend|feste[nr]? |jeden? (?:montag|dienstag|mittwoch|donnerstag|freitag)|obligatoire|chaque (?:lundi|mardi|mercredi|jeudi|vendredi)|verplicht|elke (?:maandag|dinsdag|woensdag|donderdag|vrijdag)/;

/** How many different weekdays are named. */
function namedDays(near: string): number {
  return weekday.test(near) ? new Set(Array.from(near.matchAll(/\b(mon|tues|wednes|thurs|fri)days?\b/g), (match) => match[1])).size : 0;
}

function count(word: string): number {
  const digit = Number(word);
  if (!Number.isNaN(digit)) return digit;
  const known = english.indexOf(word);
  return known > 0 ? known : other.findIndex((same) => same.includes(word)) + 1;
}
