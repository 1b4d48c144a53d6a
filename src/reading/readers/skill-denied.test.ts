import { describe, expect, test } from "vitest";
import { makeDocument } from "../layout.ts";
import { readSkills } from "./skills.ts";

function needsIn(sentence: string): string {
  const doc = makeDocument({ title: "Engineer", company: "Hollybrook", description_text: `What you will do\n\n- You will work with the team and with us on the product that you own.\n\nRequirements\n\n- ${sentence}\n- You are kind to the people that you work with.` });
  return readSkills(doc).map(({ name, need }) => `${name} ${need}`).join(", ");
}

describe("denied", () => {
  test.each([
    ["No Kafka needed", ""],
    ["We do not use Kafka", ""],
    ["You won't need Kubernetes, just Python", "Python required"],
    ["We don't use Kafka, Spark or Airflow", ""],
    ["No Kubernetes, Kafka or Spark; Python it is", "Python required"],
    ["Python instead of Spark", "Python required"],
    ["We moved off Airflow to Dagster", "Dagster required"],
    ["Python, not R", "Python required"],
    ["Kafka isn't used here", ""],
    ["No prior experience with Kafka required", "Kafka mentioned"],
    ["Kafka experience is not needed", "Kafka mentioned"],
    ["Never used Kafka? We teach it.", "Kafka mentioned"],
    ["If you have not used Kafka, that is fine", "Kafka mentioned"],
    ["Kein Kubernetes nötig", ""],
    ["Wir verwenden kein Kafka", ""],
    ["Kubernetes brauchst du nicht", ""],
    ["Du brauchst keine Erfahrung mit Kafka", "Kafka mentioned"],
    ["Python statt Spark", "Python required"],
    ["Pas besoin de Kubernetes", ""],
    ["Nous n'utilisons pas Kafka", ""],
    ["Aucune expérience de Kafka n'est requise", "Kafka mentioned"],
    ["Geen Kubernetes nodig", ""],
    ["Wij gebruiken geen Kafka", ""],
    ["No necesitas Kubernetes", ""],
    ["No usamos Kafka", ""],
  ])("%s → %s", (sentence, expected) => expect(needsIn(sentence)).toBe(expected));

  test.each([
    ["Not only Python but also Kafka", "Python required, Kafka required"],
    ["Including but not limited to Python", "Python required"],
    ["No degree needed, just Python", "Python required"],
    ["No matter whether you write Python or Kafka", "Python required, Kafka required"],
    ["Whether or not you know Kafka", "Kafka required"],
    ["Nothing works without Python", "Python required"],
    ["You cannot imagine a day without SQL", "SQL required"],
    ["No SQL databases", "NoSQL required"],
    ["No-nonsense Python", "Python required"],
    ["You have moved a team off Airflow", "Apache Airflow required"],
    ["We are not alone: Python and Kafka", "Python required, Kafka required"],
    ["Not a nine-to-five. Python and Kafka", "Python required, Kafka required"],
    ["We do not use Kafka and Python is our language", "Python required"],
    ["There is no lack of Kafka", "Kafka required"],
    ["You never tire of Python", "Python required"],
    ["Do not apply if you dislike Python", "Python required"],
    ["Nicht nur Python, auch Kafka", "Python required, Kafka required"],
    ["Ohne Python geht hier nichts", "Python required"],
    ["Nichts geht ohne Python", "Python required"],
    ["Ob du Python kannst oder nicht, ist zweitrangig", "Python required"],
    ["Pas seulement Python mais aussi Kafka", "Python required, Kafka required"],
    ["Pas mal de Python", "Python required"],
    ["N'hésitez pas : Python nous suffit", "Python required"],
    ["Niet alleen Python maar ook Kafka", "Python required, Kafka required"],
    ["Niet getreurd: Python leer je hier", "Python required"],
    ["No solo Python, también Kafka", "Python required, Kafka required"],
  ])("not denied: %s → %s", (sentence, expected) => expect(needsIn(sentence)).toBe(expected));
});

describe("wished for", () => {
  test.each([
    ["Python and ideally Kafka", "Python required, Kafka preferred"],
    ["Python (Kafka a plus)", "Python required, Kafka preferred"],
    ["Terraform would be a bonus", "Terraform preferred"],
    ["Python, bonus points for Kafka", "Python required, Kafka preferred"],
    ["Python, nice: Go", "Python required, Go preferred"],
    ["Python and, if possible, Terraform", "Python required, Terraform preferred"],
    ["Python (required), Kafka (nice to have)", "Python required, Kafka preferred"],
    ["Python und idealerweise Kafka", "Python required, Kafka preferred"],
    ["Python, gern auch Kafka", "Python required, Kafka preferred"],
    ["Python et idéalement Kafka", "Python required, Kafka preferred"],
    ["Python en bij voorkeur Kafka", "Python required, Kafka preferred"],
    ["Python y, a ser posible, Kafka", "Python required, Kafka preferred"],
    ["Python (se valora Kafka)", "Python required, Kafka preferred"],
  ])("%s → %s", (sentence, expected) => expect(needsIn(sentence)).toBe(expected));

  test.each([
    ["Nice people who write Python", "Python required"],
    ["A nice team, Python and Kafka", "Python required, Kafka required"],
    ["Nice code in Python", "Python required"],
    ["Python (preferred), Scala, or a similar language", "Python required, Scala required"],
    ["One of Azure (preferred), AWS, GCP", "Azure required, AWS required, Google Cloud required"],
    ["A language such as Scala (preferred) or Python", "Scala required, Python required"],
    ["Tools for it, ideally Terraform", "Terraform required"],
    ["Python (must have)", "Python required"],
    ["Python in the best way possible", "Python required"],
    ["Python (Django)", "Python required, Django required"],
    ["Strong Python. Bonus scheme", "Python required"],
    ["Python; no bonus", "Python required"],
    ["You maybe shy, your Python is loud", "Python required"],
    ["Mit Python gern im Team arbeiten", "Python required"],
    ["Python pour le plaisir, Kafka pour de vrai", "Python required, Kafka required"],
  ])("asked for: %s → %s", (sentence, expected) => expect(needsIn(sentence)).toBe(expected));
});
