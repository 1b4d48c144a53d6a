import type { Document } from "../../src/reading/document.ts";
import { makeDocument } from "../../src/reading/layout.ts";

const frames = {
  en: (line: string, heading: string) => `We are a small team and you will work with us on the product that all of our customers use.\n\n${heading || "Requirements"}\n- ${line}`,
  de: (line: string, heading: string) => `Wir sind ein kleines Team und du arbeitest mit uns an dem Produkt, das unsere Kunden nutzen und für das wir stehen.\n\n${heading || "Anforderungen"}\n- ${line}`,
  fr: (line: string, heading: string) => `Nous sommes une petite équipe et vous travaillez avec nous sur le produit que nos clients utilisent dans la vie de tous les jours.\n\n${heading || "Profil recherché"}\n- ${line}`,
  nl: (line: string, heading: string) => `Wij zijn een klein team en jij werkt met ons aan het product dat onze klanten elke dag gebruiken voor het werk.\n\n${heading || "Functie-eisen"}\n- ${line}`,
};

/** For trap tables: a posting in `language` whose one telling line stands under `heading`, by default the requirements. */
export function lineDocument(line: string, language: keyof typeof frames = "en", heading = "", title = "Engineer"): Document {
  return makeDocument({ title, description_text: frames[language](line, heading) });
}
