import { describe, expect, it } from "vitest";
import { makeDocument } from "../layout.ts";
import { readPlaces } from "./places.ts";

/** Places in short: "US-CA San Francisco", "GB", "europe", "? Cambridge" where the country is open. */
function places(location: string, title = "Machine Learning Engineer", text = "You build models."): string[] {
  const doc = makeDocument({ title, location, description_text: text });
  return readPlaces(doc).map(({ country, region, subdivision, city, evidence }) => {
    for (const { start, end, text: quoted } of evidence) expect(doc.text.slice(start, end)).toBe(quoted);
    return [subdivision ?? country ?? region ?? "?", city].filter(Boolean).join(" ");
  });
}

describe("the location field", () => {
  it.each<[string, string[]]>([
    ["San Francisco or New York", ["US-CA San Francisco", "US-NY New York"]],
    ["London, UK / Berlin", ["GB-ENG London", "DE-BE Berlin"]],
    ["Bengaluru; Hyderabad", ["IN-KA Bengaluru", "IN-TS Hyderabad"]],
    ["Gurugram, Haryana, IND", ["IN-HR Gurugram"]],
    ["US-CA-Menlo Park", ["US-CA Menlo Park"]],
    ["United States, Virginia, Reston", ["US-VA Reston"]],
    ["*HQ - Palo Alto, CA (United States)", ["US-CA Palo Alto"]],
    ["Denver, CO - US; Tulsa, OK - US (USA)", ["US-CO Denver", "US-OK Tulsa"]],
    ["Springfield, USA", ["US Springfield"]],
    ["Neuilly-sur-Seine (92)", ["FR-IDF Neuilly-sur-Seine"]],
    ["75 - Paris", ["FR-IDF Paris"]],
    ["69 - LYON 02", ["FR-ARA Lyon"]],
    ["92 - Hauts-de-Seine", ["FR-IDF"]],
    ["78 - MAGNY LES HAMEAUX", ["FR-IDF Magny Les Hameaux"]],
    ["München", ["DE-BY Munich"]],
    ["Köln / Düsseldorf", ["DE-NW Cologne", "DE-NW Düsseldorf"]],
    ["Den Haag", ["NL-ZH The Hague"]],
    ["Genève", ["CH-GE Geneva"]],
    ["Zug, Zug, CHE", ["CH-ZG Zug"]],
    ["Remote (US)", ["US"]],
    ["Remote - Europe", ["europe"]],
    ["LatAm (Panama)", ["PA"]],
    ["Remote, DACH", ["DE", "AT", "CH"]],
    ["Singapore", ["SG Singapore"]],
    ["Kondrau, Bavaria, DEU", ["DE-BY Kondrau"]],
    ["Oslo Heights, MN", ["US-MN Oslo Heights"]],
    ["Milan, Ohio", ["US-OH Milan"]],
    ["Paris; London (France)", ["FR-IDF Paris", "GB-ENG London"]],
    ["New York; Singapore (USA)", ["US-NY New York", "SG Singapore"]],
    ["EU & US (Portugal)", ["US", "PT"]],
    ["Canada; Toronto", ["CA-ON Toronto"]],
    ["Senior Backend Engineer, ML Platform Engineer", []],
    ["ML Engineer, AI Engineer", []],
    ["Designer, Data Engineer, PA", []],
    ["Research Scientist, AI", []],
    ["PR Manager, HR Manager", []],
    ["80% remote, 20% Stuttgart", ["DE-BW Stuttgart"]],
    ["2A - Ajaccio", ["FR-20R Ajaccio"]],
    ["Doha, QA", ["QA Doha"]],
    ["Milan, IT", ["IT-25 Milan"]],
    ["Leadville, CO", ["US-CO Leadville"]],
    ["Corse", ["FR-20R"]],
    ["SF / NYC", ["US-CA San Francisco", "US-NY New York"]],
  ])("%s", (location, expected) => {
    expect(places(location)).toEqual(expected);
  });
});

describe("names with several meanings", () => {
  it.each<[string, string[]]>([
    ["Cambridge", ["? Cambridge"]],
    ["Cambridge, MA", ["US-MA Cambridge"]],
    ["Cambridge, UK", ["GB-ENG Cambridge"]],
    ["Cambridge; Boston (United States)", ["US-MA Cambridge", "US-MA Boston"]],
    ["Paris", ["FR-IDF Paris"]],
    ["Paris, TX", ["US-TX Paris"]],
    ["London, ON", ["CA-ON London"]],
    ["Birmingham, AL", ["US-AL Birmingham"]],
    ["Birmingham, UK", ["GB-ENG Birmingham"]],
    ["Dublin, CA", ["US-CA Dublin"]],
    ["San Jose", ["? San José"]],
    ["San Jose, CA", ["US-CA San Jose"]],
    ["Georgia", []],
    ["Atlanta, Georgia", ["US-GA Atlanta"]],
    ["Tbilisi, Georgia", ["GE Tbilisi"]],
    ["Washington", ["US"]],
    ["Washington, DC", ["US-DC Washington"]],
    ["Luxembourg", ["LU"]],
    ["Remote, CA", []],
    ["Remote - IN", []],
    ["Bonn, DE, 53111", ["DE-NW Bonn"]],
    ["Wilmington, DE", ["US-DE Wilmington"]],
  ])("%s", (location, expected) => {
    expect(places(location)).toEqual(expected);
  });
});

describe("fields that name no place", () => {
  it.each(["", "Remote", "Work from anywhere", "Remote - EMEA", "Global", "Headquarters", "Multiple locations", "Home Office", "Hybrid", "Mobile", "Flexible / Central Office", "On-site or remote", "TELECOMMUTE", "N/A"])("%j", (location) => {
    expect(places(location)).toEqual([]);
  });
});

describe("the title, where the field names none", () => {
  it.each<[string, string[]]>([
    ["Data Scientist - Berlin", ["DE-BE Berlin"]],
    ["ML Engineer (Remote, Poland)", ["PL"]],
    ["Solutions Architect | Amsterdam", ["NL-NH Amsterdam"]],
    ["Research Engineer, London or Zurich", ["GB-ENG London", "CH-ZH Zurich"]],
    ["Werkstudent Computer Vision (m/w/d) München", ["DE-BY Munich"]],
    ["Entwickler (m/w/d) Köln", ["DE-NW Cologne"]],
    ["Consultant (m/w/d) Paris Programme", []],
    ["Consultant (SAP) München Programme", []],
    ["Support Engineer (French speaking)", []],
    ["Head of Reading Research", []],
    ["Account Manager US Markets", []],
    ["Essen Ordering Engineer", []],
  ])("%s", (title, expected) => {
    expect(places("Remote", title)).toEqual(expected);
  });

  it("is not asked where the field names a country", () => {
    expect(places("Dublin, Ireland", "Account Executive (Benelux)")).toEqual(["IE-L Dublin"]);
  });
});

describe("the text", () => {
  it.each<[string, string[]]>([
    ["This role is based in Lisbon or Porto.", ["PT Lisbon", "PT Porto"]],
    ["Location: Munich or Vienna (hybrid)", ["DE-BY Munich", "AT-9 Vienna"]],
    ["The position is open to candidates based in Spain, Portugal or the U.K.", ["ES", "PT", "GB"]],
    ["Offices in Berlin, Paris and Rome. This role is in Lisbon.", ["PT Lisbon"]],
    ["Die Stelle ist in Leipzig.", ["DE-SN Leipzig"]],
    ["This role is in Go and the job is in Java.", []],
    ["The role is in charge of Spain and France.", []],
    ["This position is in our Finance team.", []],
    ["You must be located in the United States.", ["US"]],
    ["Applicants must be authorized to work in Canada.", ["CA"]],
    ["You will work from our Oslo office.", ["NO Oslo"]],
    ["Standort: Leipzig", ["DE-SN Leipzig"]],
    ["Poste basé à Toulouse.", ["FR-OCC Toulouse"]],
    ["Standplaats: Utrecht", ["NL-UT Utrecht"]],
    ["Our offices are in Madrid and Paris.", []],
    ["The company was founded in Tel Aviv and is headquartered in Boston.", []],
    ["Based in Lyon, we build software for hospitals.", []],
    ["We serve customers in Germany, France and Japan.", []],
    ["Compensation for candidates based in California is higher.", []],
    ["Our team based in Seoul reviews the data.", []],
    ["You work with colleagues located in Warsaw.", []],
    ["Your hours overlap with candidates based in US time zones.", []],
    ["Reading papers is part of the job; a nice location for lunch is too.", []],
    ["The data is stored in Frankfurt.", []],
  ])("%s", (text, expected) => {
    expect(places("Remote", "Machine Learning Engineer", `${text}\n\nYou build models with the team and bring them to our users.`)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["London, UK. £95k-£140k. Remote within the UK possible.", ["GB-ENG London"]],
    ["Leeds, UK. Hybrid.", ["GB-ENG Leeds"]],
    ["Stockholm. Lead three teams.", ["SE Stockholm"]],
    ["We are a bank in Edinburgh and look for you.", ["GB-SCT Edinburgh"]],
    ["On recrute (CDI, Nantes ou full remote France) une personne.", ["FR-PDL Nantes"]],
    ["London is calling. Come.", []],
    ["Reading. Writing. Talking.", []],
    ["Germany. A land of ideas.", []],
    ["Paris and London. New York.", []],
    ["Paris Hilton. A client of ours.", []],
    ["Hybrid. Leeds, UK.", []],
    ["Our clients are in Leeds, UK. Hybrid.", []],
    ["Your benefits: CDI, tickets restaurant, mutuelle.", []],
    ["Invest in a company in trouble.", []],
  ])("without a field: %s", (text, expected) => {
    expect(places("", "Machine Learning Engineer", `${text}\n\nYou build models with the team and bring them to our users.`)).toEqual(expected);
  });

  it("adds to the field what it states of the job, and nothing else", () => {
    expect(places("Argentina", "Engineer", "This position is open for candidates based in Argentina or Colombia.")).toEqual(["AR", "CO"]);
    expect(places("Paris", "Engineer", "We have offices in Berlin and our headquarters are in New York.")).toEqual(["FR-IDF Paris"]);
  });

  it("names the employer's office where the field only says headquarters", () => {
    expect(places("Headquarters", "Engineer", "Our team, located in Amsterdam, is looking for you.")).toEqual(["NL-NH Amsterdam"]);
  });
});
