import { expect, test } from "vitest";
import { findDenied } from "./denied.ts";

/** The words that a text is asked about, in its order. */
const words = /rock ?stars?|ninjas?|gurus?|überflieger|mouton à cinq pattes|duizendpoot|fast-paced|hustle|self-starters?/giu;

function deniedIn(text: string): string {
  const places = [...text.matchAll(words)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const denied = findDenied(text, places);
  return places.map(({ start, end }, i) => `${text.slice(start, end)} ${denied[i] ? "no" : "yes"}`).join(", ");
}

test.each([
  ["We don't want rockstars", "rockstars no"],
  ["We are not looking for ninjas, rockstars or gurus.", "ninjas no, rockstars no, gurus no"],
  ["No rockstars, please", "rockstars no"],
  ["Rather than a rockstar we want a colleague", "rockstar no"],
  ["We do not believe in the lone rockstar", "rockstar no"],
  ["Rockstars and ninjas need not apply", "Rockstars no, ninjas no"],
  ["This is not a fast-paced startup", "fast-paced no"],
  ["Wir suchen keine Rockstars", "Rockstars no"],
  ["Du musst kein Überflieger sein", "Überflieger no"],
  ["Nous ne cherchons pas de mouton à cinq pattes", "mouton à cinq pattes no"],
  ["We zoeken geen duizendpoot", "duizendpoot no"],
  ["Wir suchen niemanden mit Überflieger-Mentalität", "Überflieger no"],
  ["Wir suchen niemanden, der ein Rockstar ist", "Rockstar no"],
  ["Niemand muss hier ein Ninja oder Guru sein", "Ninja no, Guru no"],
  ["We are looking for nobody with a rockstar attitude", "rockstar no"],
  ["Nobody here is a ninja", "ninja no"],
  ["Nous ne cherchons personne qui soit un mouton à cinq pattes", "mouton à cinq pattes no"],
  ["We zoeken niemand die een duizendpoot is", "duizendpoot no"],
])("denied: %s", (text, expected) => expect(deniedIn(text)).toBe(expected));

test.each([
  ["We want rockstars", "rockstars yes"],
  ["You are not only a ninja but also a guru", "ninja yes, guru yes"],
  ["Du bist nicht nur ein Überflieger", "Überflieger yes"],
  ["Vous n'êtes pas seulement un mouton à cinq pattes", "mouton à cinq pattes yes"],
  ["Je bent niet alleen een duizendpoot", "duizendpoot yes"],
  ["No degree needed, just a rockstar", "rockstar yes"],
  ["No agencies, rockstars only", "rockstars yes"],
  ["This is not for everyone. Rockstars wanted", "Rockstars yes"],
  ["We do not accept agencies; be a rockstar", "rockstar yes"],
  ["Not a 9-to-5: hustle with us", "hustle yes"],
  ["No two days are alike in our fast-paced team", "fast-paced yes"],
  ["We never stop: rockstars, ninjas", "rockstars yes, ninjas yes"],
  ["Nothing is too hard for our ninjas", "ninjas yes"],
  ["Nobody beats our rockstars", "rockstars yes"],
  ["Niemand schlägt unsere Rockstars", "Rockstars yes"],
  ["Wir suchen jemanden mit Überflieger-Mentalität", "Überflieger yes"],
  ["Niemanden interessiert dein Abschluss, sei ein Ninja", "Ninja yes"],
  ["Nous cherchons une personne qui soit un mouton à cinq pattes", "mouton à cinq pattes yes"],
  ["No one else moves this fast. Be a rockstar", "rockstar yes"],
  ["We zoeken iemand die een duizendpoot is", "duizendpoot yes"],
  ["A self-starter who does not need to be managed, a rockstar", "self-starter yes, rockstar yes"],
  ["No bureaucracy\nRockstars welcome", "Rockstars yes"],
  ["Keine Lust auf Routine? Wir suchen Rockstars", "Rockstars yes"],
])("asked for: %s", (text, expected) => expect(deniedIn(text)).toBe(expected));
