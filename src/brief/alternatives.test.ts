import { expect, test } from "vitest";
import { read } from "../reading/read.ts";
import { skillsAsked } from "./alternatives.ts";

const english = "What you will do\n\n- You will work with the team and with us on the product that you own.\n\nRequirements\n\n- ";
const languages: Record<string, string> = {
  en: english,
  de: "Deine Aufgaben\n\n- Du arbeitest mit uns und dem Team an dem Produkt, das wir für unsere Kunden bauen.\n\nDein Profil\n\n- ",
  fr: "Vos missions\n\n- Vous travaillez avec nous et avec l'équipe sur le produit que nous faisons pour nos clients.\n\nVotre profil\n\n- ",
  nl: "Wat ga je doen\n\n- Je werkt met ons en met het team aan het product dat wij voor onze klanten maken.\n\nWat breng je mee\n\n- ",
};

function asked(lines: string, language = "en"): string[] {
  const reading = read({ title: "Engineer", description_text: languages[language]! + lines }, { withText: true });
  return skillsAsked({ text: reading.text!, reading }).map(({ name }) => name);
}

test.each<[string, string[]]>([
  ["PyTorch or TensorFlow", ["PyTorch or TensorFlow"]],
  ["Experience with PyTorch, TensorFlow or JAX", ["PyTorch, TensorFlow or JAX"]],
  ["Python and PyTorch or TensorFlow", ["Python", "PyTorch or TensorFlow"]],
  ["PyTorch/TensorFlow", ["PyTorch or TensorFlow"]],
  ["AWS/Azure", ["AWS or Azure"]],
  ["One of: Kafka, Kinesis, Pulsar", ["Kafka, Amazon Kinesis or Apache Pulsar"]],
  ["Python\n- Either PyTorch or TensorFlow", ["Python", "PyTorch or TensorFlow"]],
])("alternatives: %s", (lines, expected) => expect(asked(lines)).toEqual(expected));

test.each<[string, string, string[]]>([
  ["de", "PyTorch oder TensorFlow", ["PyTorch or TensorFlow"]],
  ["fr", "PyTorch ou TensorFlow", ["PyTorch or TensorFlow"]],
  ["nl", "PyTorch of TensorFlow", ["PyTorch or TensorFlow"]],
])("alternatives in %s: %s", (language, lines, expected) => expect(asked(lines, language)).toEqual(expected));

test.each<[string, string[]]>([
  ["PyTorch and TensorFlow", ["PyTorch", "TensorFlow"]],
  ["PyTorch, TensorFlow", ["PyTorch", "TensorFlow"]],
  ["PyTorch, TensorFlow and JAX", ["PyTorch", "TensorFlow", "JAX"]],
  ["PyTorch or TensorFlow\n- PyTorch in production", ["PyTorch", "TensorFlow"]],
  ["Python/Django", ["Python", "Django"]],
  ["PyTorch or similar", ["PyTorch"]],
  ["PyTorch\n- TensorFlow", ["PyTorch", "TensorFlow"]],
  ["PyTorch. Or show us what you built with TensorFlow", ["PyTorch", "TensorFlow"]],
  ["Python for services or tools, and Docker", ["Python", "Docker"]],
  ["Python & SQL", ["Python", "SQL"]],
  ["Docker, or a degree and Kubernetes", ["Docker", "Kubernetes"]],
])("each for itself: %s", (lines, expected) => expect(asked(lines)).toEqual(expected));
