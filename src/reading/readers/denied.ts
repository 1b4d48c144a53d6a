const denying = "no|not|never|nor|neither|without|avoid|instead of|rather than|kein(?:e[nmrs]?)?|nicht|ohne|statt|weder|pas|ni|sans|aucune?|plutôt que|au lieu|geen|niet|zonder|in plaats van";
/**
 * Words that deny what stands right behind them, with the few that may come between: "we don't want any", "wir suchen keine", "pas de", "geen".
 * Anything else between them is another matter: "No degree needed, just a rockstar".
 */
const before = new RegExp(String.raw`(?<!\p{L})(?:${denying}|(?:do|does|did|is|are|was|wo|would|need|should)n['’]t)(?: (?:an?|the|any|another|more|of|for|to|be|being|in|into|want|wants|need|needs|seek|seeking|look|looking|hire|hiring|expect|believe|like|your|kind|sort|typical|usual|next|lone|here|after|zu|den|die|das|de[rm]|eine[nmrs]?|ein|nächsten|nach|auf der suche|un|une|des|le|la|les|een|het|nog|op zoek naar|naar)){0,7} (?:d['’]|l['’])?["“«„]?(?:\p{L}+ )?$`, "iu");
/** Whether any of them stands in a text at all: nearly always none does. */
const denies = new RegExp(`(?:${denying}|n['’]t|niemand(?:e[nmrs])?|nobody|no one|personne)[ ,]`, "i");
/** Who is not looked for, with the few words up to what they are not: "wir suchen niemanden mit", "nobody who is a". "Nobody beats our" is praise, and "personne" alone is somebody. */
const nobody = /(?<!\p{L})(?:niemand(?:e[nmrs])?|nobody|no one|(?<=(?<!\p{L})(?:ne |n['’])\p{L}+ )personne)(?:,? (?:here|hier|ici|who|that|der|die|das|wer|qui|est|soit|is|are|be|ist|sind|sein|has|have|hat|heeft|needs?|must|muss|braucht|moet|to|zu|te|with|mit|avec|met|an?|the|eine[nmrs]?|ein|un|une|la|le|een|het|als|as|like|wie)){1,7} ["“«„]?$/iu;
const adds = /(?<!\p{L})(?:not|nicht|pas|niet|isn['’]t|aren['’]t) (?:only|just|nur|bloß|seulement|uniquement|alleen|enkel)(?!\p{L})[^.;]{0,60}$/iu;
/** Between two words of one list. */
const joint = /^["”»“]?(?:\s*[,/&]\s*|,?\s+)(?:(?:and|or|nor|und|oder|noch|et|ou|ni|en|of)\s+)?(?:(?:an?|de|d['’]|een|eine[nmrs]?)\s*)?["“«„]?$/iu;
const after = /^["”»]?,?\s{1,2}(?:need not apply|needn['’]t apply|(?:are|is) not (?:wanted|needed|welcome|what|who)|not (?:wanted|needed|welcome)|sind (?:hier )?(?:nicht|falsch|unerwünscht)|unerwünscht|s['’]abstenir|hoeven niet|zijn niet)/iu;

const REACH = 90;

/** Which of the places in a text are denied there, in the order of the text: "We don't want rockstars or ninjas" denies both. */
export function findDenied(text: string, places: readonly { start: number; end: number }[]): boolean[] {
  const denied: boolean[] = [];
  for (const [i, { start }] of places.entries()) {
    const said = text.slice(Math.max(0, start - REACH), start);
    const line = said.slice(Math.max(said.lastIndexOf("\n"), said.lastIndexOf(". ")) + 1);
    denied.push((denies.test(line) && (before.test(` ${line}`) || nobody.test(` ${line}`)) && !adds.test(line)) || (denied[i - 1] === true && joint.test(text.slice(places[i - 1]!.end, start))));
  }
  for (let i = places.length - 1; i >= 0; i--) {
    const { end } = places[i]!;
    const next = places[i + 1];
    if (after.test(text.slice(end, end + 40)) || (next !== undefined && denied[i + 1] === true && !denied[i] && joint.test(text.slice(end, next.start)) && after.test(text.slice(next.end, next.end + 40)))) denied[i] = true;
  }
  return denied;
}
