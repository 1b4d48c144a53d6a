import type { BriefFinding, BriefQuote } from "../../terms/brief.ts";
import { distinct, quoteAt, quoted } from "../quotes.ts";
import { type Case, type Finder, flagOf } from "./found.ts";

/** Remote in name: days in an office, one city, or a move asked for. */
export const remoteFindings: Finder = (one) => {
  const flag = flagOf(one, "remote-attendance");
  if (flag !== null && flag.evidence.length > 0) {
    const said = flag.severity === "warn" ? "It is offered as remote, but days in an office are asked for." : `${flag.because[0]!.toUpperCase()}${flag.because.slice(1).replace(", the text asks", ", but the text asks")}.`;
    return [found(flag.severity, said, quoted(flag.evidence))];
  }
  const { workplace, places } = one.reading;
  if (workplace.value !== "remote" || workplace.evidence.length === 0) return [];
  const bound = boundTo(one);
  if (bound.length > 0) return [found("warn", "It is offered as remote, but the person must live near, or move.", [...quoted(workplace.evidence), ...bound])];
  // In the text "remote" may be said of colleagues; in title and location it is said of the job.
  const bodyStart = one.reading.sections.find((span) => span.section !== "title" && span.section !== "location")?.start ?? 0;
  if (workplace.evidence[0]!.start >= bodyStart) return [];
  const cities = new Set(places.map((place) => place.city));
  const [city] = cities;
  if (cities.size !== 1 || city == null || !places.some((place) => place.evidence.length > 0)) return [];
  // A seat of the employer beside a country or "anywhere" binds nobody.
  if (/\b(?:anywhere|worldwide|europe-?wide|EU-?wide|across (?:the )?(?:US|UK|EU|Europe|Germany|France|Netherlands)|bundesweit|deutschlandweit|europaweit|partout en|dans toute)\b/i.test(one.text)) return [];
  return [found("info", `It is offered as remote and names one place, ${city}: it does not say whether the person must live there.`, [...quoted(workplace.evidence), ...quoted(places.flatMap((place) => place.evidence).slice(0, 1), "place")])];
};

const near = /\b(?:(?:must|required to|need to|should|have to|expected to) (?:be (?:based|located)|live|reside) (?:in or near|in or around|within|near|close to|in (?:the )?(?!(?:US|U\.S|USA|United|UK|EU|Europe|Canada|Germany|France|India|Spain|Poland|Netherlands|same|country|following|one of|any|states?|time|Americas|Pacific|Eastern|Central|European|Latin|APAC|EMEA|North America)\b)[A-Z])[^.;\n]{0,60}|within (?:a )?commut(?:ing|able) distance|commut(?:ing|able) distance (?:of|to|from)[^.;\n]{0,40}|(?:must|willing to|required to) relocate|relocation (?:is )?required|wohnsitz (?:in|im raum|nahe)[^.;\n]{0,40}|umzugsbereitschaft|pendelnähe|habiter (?:à|près|dans)[^.;\n]{0,40}|woonachtig (?:in|nabij|rond)[^.;\n]{0,40})/;

function boundTo({ text }: Case): BriefQuote[] {
  const match = near.exec(text);
  return match === null || /\b(?:no|not|without|n[o']t)\s[^.\n]{0,20}$/i.test(text.slice(Math.max(0, match.index - 30), match.index)) ? [] : [quoteAt(text, match.index, match.index + match[0].length)];
}

function found(severity: BriefFinding["severity"], says: string, quotes: BriefQuote[]): BriefFinding {
  return { id: "remote-attendance", severity, says, advice: "Say in one place: which days where, who may live where, who pays the travel.", quotes: distinct(quotes), figures: [] };
}
