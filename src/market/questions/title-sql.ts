/**
 * What a title calls the work, without level and contract, so that postings under one title stand together: of the folded title (vacancies/title.ts)
 * "senior data scientist ii" → "data scientist". Null where nothing is left.
 */
export function titleCore(title: string): string {
  return `nullif(trim(regexp_replace(' ' || ${title} || ' ', '(?: (?:${levels.join("|")}))+ ', ' ', 'g')), '')`;
}

/** Words which say nothing of the work. Single letters and numbers are levels or gender marks. */
const levels = "senior snr junior lead staff principal distinguished mid entry level intern internship graduate associate remote hybrid onsite contract freelance i ii iii iv v 1 2 3 4 5 m f w d x h".split(" ");
