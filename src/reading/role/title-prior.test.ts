import { expect, test } from "vitest";
import { read } from "../read.ts";

const bodies = {
  en: "What you will do\n- You will work with our team on our product.\n- You talk to the people who use it.\nRequirements\n- Python",
  de: "Deine Aufgaben\n- Du arbeitest mit unserem Team an unserem Produkt.\n- Du sprichst mit den Kolleginnen und Kollegen.\nDein Profil\n- Python",
  fr: "Vos missions\n- Vous travaillez avec notre équipe sur notre produit.\n- Vous échangez avec les collègues.\nVotre profil\n- Python",
  nl: "Wat ga je doen\n- Je werkt met ons team aan ons product.\n- Je praat met de collega's.\nWat vragen wij\n- Python",
};

test.each([
  ["en", "AI Engineer", "ai-product-engineer"],
  ["en", "Machine Learning Engineer", "ml-engineer"],
  ["en", "MLOps Engineer", "ml-platform-engineer"],
  ["de", "Machine-Learning-Ingenieur", "ml-engineer"],
  ["de", "MLOps-Ingenieur", "ml-platform-engineer"],
  ["de", "KI-Ingenieur (m/w/d)", "ai-product-engineer"],
  ["fr", "Ingénieur machine learning (H/F)", "ml-engineer"],
  ["fr", "Ingénieur IA", "ai-product-engineer"],
  ["nl", "Data-ingenieur", "outside-data"],
  ["nl", "AI-ingenieur", "ai-product-engineer"],
] as const)("a short text leaves the role to its title: %s %s → %s", (language, title, role) => {
  const { role: found } = read({ title, description_text: bodies[language] });
  expect(found.value).toBe(role);
  expect(found.because).toContain("its title counts for more");
});

test.each([
  ["en", "Office Manager"], ["en", "Sales Representative"], ["en", "Colleague"], ["en", "Nurse"], ["de", "Bürokraft"], ["de", "Krankenpfleger"], ["fr", "Comptable"], ["fr", "Assistante de direction"], ["nl", "Verpleegkundige"], ["nl", "Kok"], ["en", "Member of Technical Staff"],
  ["en", "Receptionist at AI Engineer Academy"], ["en", "Nurse @ Data Science Clinic"], ["de", "Empfang (m/w/d) bei KI-Entwickler GmbH"], ["fr", "Comptable chez Data Scientist Conseil"], ["nl", "Kok bij de Machine Learning Engineer School"],
] as const)("a title that names no role of the field adds nothing: %s %s", (language, title) => {
  const { role } = read({ title, description_text: bodies[language] });
  expect(role.because).not.toContain("its title counts for more");
});

test("an employer's name in the title says nothing of the work", () => {
  expect(read({ title: "Receptionist at AI Engineer Academy", description_text: bodies.en }).role.value).not.toBe("ai-product-engineer");
  expect(read({ title: "AI Engineer at Invented Works", description_text: bodies.en }).role.value).toBe("ai-product-engineer");
  expect(read({ title: "Colleague at Invented Works – MLOps Engineer", description_text: bodies.en }).role.value).toBe("ml-platform-engineer");
});

test("a text that tells its work needs no title", () => {
  const work = "- Write prompts, evaluate prompts and manage our library of prompts.\n- Fine-tune language models with LoRA.\n- Build RAG pipelines over a vector store.\n- Build agents that use tools.\n- Serve models with vLLM on Kubernetes.\n- Label data, train models with PyTorch and write papers about them.\n- Red-team our agents.";
  expect(read({ title: "Data Engineer", description_text: `What you will do\n${work}\n${work}\nRequirements\n- Python` }).role.because).not.toContain("its title");
});

test("a role of the leading layer, named though one of another layer is likelier, says so", () => {
  const found = ["AI Engineer", "LLM Engineer", "AI Trainer", "Engineer", "KI-Berater", "Machine Learning Engineer", "AI-ingenieur"].flatMap((title) => Object.values(bodies).map((description_text) => read({ title, description_text }).role));
  const named = found.filter(({ value }) => value !== null);
  expect(named.some(({ margin }) => margin === 0)).toBe(true);
  for (const role of named) expect(role.because.includes(" together, those of ")).toBe(role.margin === 0);
});
