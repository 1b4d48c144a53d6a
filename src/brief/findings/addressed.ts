/** How often a text speaks to somebody who may take the work, or of them, or of the work that is theirs; in the four languages. A posting does in every other sentence. */
export function addressed(text: string): number {
  return text.match(words)?.length ?? 0;
}

const words =
  /(?<!\p{L})(?:you(?:['’](?:ll|re|ve|d))?|yours?|candidates?|applicants?|appl(?:y|ications?)|we['’]re (?:looking|hiring)|we are (?:looking|hiring)|join (?:us|our|the)|(?:this|the|your) (?:role|position|job)|responsib(?:le|ilit(?:y|ies))|requirements?|qualifications?|experience (?:in|with|of|as)|must have|ability to|du|dich|dir|dein\w*|sie|ihr(?:e[mnrs]?)?|wir suchen|bewerb\w*|aufgaben|anforderungen|kenntnisse|erfahrung(?:en)?|vous|votre|vos|tu|ton|tes|candidate?s?|candidatures?|postul\w+|poste|missions?|profil|expériences?|compétences?|connaissances?|maîtrise|je|jij|jou|jouw|uw|wij zoeken|sollicit\w+|taken|functie|ervaring)(?!\p{L})/giu;
