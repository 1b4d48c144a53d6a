import { dayOf } from "../../lib/day.ts";
import type { Brief } from "../../terms/brief.ts";
import type { Description, JobPostingMarkup } from "../../terms/brief-outputs.ts";
import type { PayPeriod } from "../../terms/pay.ts";
import { skillsAsked } from "../alternatives.ts";
import { hasGap } from "./languages.ts";
import { descriptionHtml } from "./html.ts";

const units: Record<PayPeriod, string> = { year: "YEAR", month: "MONTH", week: "WEEK", day: "DAY", hour: "HOUR" };
const credentials: Record<string, string> = { none: "no requirements", bachelor: "bachelor degree", master: "postgraduate degree", phd: "postgraduate degree" };

/**
 * The description as schema.org JobPosting, as search engines want it (Google: title, description, datePosted, hiringOrganization, and a place or, for remote work, where people may live).
 * What the posting does not say is left out and named in `gaps`; gaps of the text itself go with its description.
 */
export function jobPosting(brief: Brief, description: Description): JobPostingMarkup {
  const { posting, reading } = brief;
  const gaps: JobPostingMarkup["gaps"] = [];
  const gap = (field: string, why: string): void => void gaps.push({ field, why });
  const posted = dayOf(posting.posted_at);
  if (!posting.title?.trim()) gap("title", "there is no title");
  if (posted === null) gap("datePosted", "no day of posting is given; the day of this brief stands there");
  if (!posting.company?.trim()) gap("hiringOrganization", "no employer is named");
  const contradicted = reading.flags.some(({ id, severity }) => id === "remote-attendance" && severity === "warn");
  // A search engine shows a job that is marked so to people everywhere.
  const remote = reading.workplace.value === "remote" && !contradicted;
  if (contradicted) gap("jobLocationType", "it is offered as remote and asks for days in an office: it is not marked as remote");
  const locations = locationsOf(brief);
  const countries = [...new Set(reading.places.flatMap((place) => place.country ?? []))];
  if (remote && countries.length === 0) gap("applicantLocationRequirements", "it is remote, and no country is named");
  if (!remote && locations.length === 0) gap("jobLocation", "no place is named");
  if (description.parts.some((part) => part.lines.some((line) => line.kind === "gap" || hasGap(line.text)))) gap("description", "it has places to be filled");
  const salary = salaryOf(brief);
  const document: Record<string, unknown> = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    ...(posting.title?.trim() ? { title: posting.title.trim() } : {}),
    description: descriptionHtml({ ...description, band: null }, { withTitle: false }),
    datePosted: posted ?? brief.day,
    ...(posting.company?.trim() ? { hiringOrganization: { "@type": "Organization", name: posting.company.trim() } } : {}),
    ...(posting.id == null ? {} : { identifier: { "@type": "PropertyValue", ...(posting.company ? { name: posting.company } : {}), value: posting.id } }),
    ...(locations.length > 0 ? { jobLocation: locations.length === 1 ? locations[0] : locations } : {}),
    ...(remote ? { jobLocationType: "TELECOMMUTE" } : {}),
    ...(remote && countries.length > 0 ? { applicantLocationRequirements: countries.map((name) => ({ "@type": "Country", name })) } : {}),
    ...(salary === null ? {} : { baseSalary: salary }),
    ...(employmentOf(posting.employment_type) === null ? {} : { employmentType: employmentOf(posting.employment_type) }),
    ...(reading.years.value === null ? {} : { experienceRequirements: { "@type": "OccupationalExperienceRequirements", monthsOfExperience: Math.round(reading.years.value * 12) } }),
    ...(reading.degree.value === null ? {} : { educationRequirements: { "@type": "EducationalOccupationalCredential", credentialCategory: credentials[reading.degree.value] } }),
    ...(reading.skills.length === 0 ? {} : { skills: [...skillsAsked(brief).map(({ name }) => name), ...reading.skills.filter(({ need }) => need === "preferred").map(({ name }) => name)].join(", ") || undefined }),
    ...(posting.url && URL.canParse(posting.url) ? { url: posting.url } : {}),
  };
  return { document: JSON.parse(JSON.stringify(document)) as Record<string, unknown>, gaps };
}

function locationsOf({ reading }: Brief): object[] {
  return reading.places.flatMap(({ country, subdivision, city }) =>
    country === null ? [] : [{ "@type": "Place", address: { "@type": "PostalAddress", ...(city === null ? {} : { addressLocality: city }), ...(subdivision === null ? {} : { addressRegion: subdivision.slice(3) }), addressCountry: country } }],
  );
}

/** Only a single closed range of the job as a whole: which of several holds for a reader, no field of schema.org can tell. */
function salaryOf({ reading }: Brief): object | null {
  const closed = reading.pay.filter((pay) => pay.min !== null && pay.max !== null && pay.kind !== "total");
  const [first] = closed;
  if (first === undefined || closed.some((pay) => pay.min !== first.min || pay.max !== first.max || pay.currency !== first.currency || pay.period !== first.period)) return null;
  const value = first.min === first.max ? { value: first.min } : { minValue: first.min, maxValue: first.max };
  return { "@type": "MonetaryAmount", currency: first.currency, value: { "@type": "QuantitativeValue", ...value, unitText: units[first.period] } };
}

/** `employmentOf("Full-time")` → `"FULL_TIME"`; null for words that search engines have none for. */
export function employmentOf(words: string | null | undefined): string | null {
  const text = (words ?? "").toLowerCase().replaceAll(/[\s_-]+/g, " ");
  if (/\bintern|\bpraktik|\bstage\b|stagiaire|werkstudent/.test(text)) return "INTERN";
  if (/contract|freelance|freiberuf|\bzzp\b/.test(text)) return "CONTRACTOR";
  if (/\btemp|befristet|\bcdd\b|tijdelijk/.test(text)) return "TEMPORARY";
  if (/part ?time|teilzeit|temps partiel|deeltijd/.test(text)) return "PART_TIME";
  if (/full ?time|vollzeit|temps plein|voltijd|\bcdi\b|permanent|festanstellung|vast/.test(text)) return "FULL_TIME";
  return null;
}
