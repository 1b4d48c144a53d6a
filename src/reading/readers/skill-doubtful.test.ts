import { describe, expect, test } from "vitest";
import { asked, skillsIn } from "../../../test/fixtures/asked-skills.ts";
import { doubtful } from "./skills.traps.ts";

describe.each(doubtful)("%s", (id, yes, no) => {
  test("has more traps than ways to name it", () => expect(no.length).toBeGreaterThan(yes.length));
  test.each(yes)("is named: %s", (sentence) => expect(skillsIn(asked(sentence))).toHaveProperty(id));
  test.each(no)("is not named: %s", (sentence) => expect(skillsIn(asked(sentence))).not.toHaveProperty(id));
});

test.each([
  ["Skilled in reverse engineering using tools like Ghidra", "reverse-engineering"],
  ["Multi-agent systems with frameworks such as CrewAI", "multi-agent-systems"],
  ["Deep learning with frameworks like PyTorch", "deep-learning"],
])("a technique done with named tools is asked for: %s", (sentence, id) => expect(skillsIn(asked(sentence))).toHaveProperty(id));

test.each([
  ["Deep learning frameworks such as PyTorch", "deep-learning"],
  ["Vector databases like Pinecone", "databases"],
  ["Cloud platforms such as AWS", "cloud"],
  ["Machine learning frameworks (PyTorch)", "machine-learning"],
])("a kind of which names are given is not: %s", (sentence, id) => expect(skillsIn(asked(sentence))).not.toHaveProperty(id));

const profile = (item: string): Record<string, string> => skillsIn(`Vos missions\n\n- Vous construisez des modèles avec les équipes et pour nos clients\n\nProfil\n\n- ${item}\n- Vous aimez le travail en équipe`);

test("French articles stand between a cue and its word", () => {
  expect(profile("Maîtrise d'Excel")).toHaveProperty("microsoft-excel");
  expect(profile("Maîtrise d’Excel")).toHaveProperty("microsoft-excel");
  for (const other of ["Tu excelles en équipe", "L'Excel Tower est à Lyon", "Une équipe d'Excel Tower"]) expect(profile(other)).not.toHaveProperty("microsoft-excel");
});

test("a sentence's end ends an enumeration", () => {
  expect(skillsIn(asked("You are skilled in DevOps. Teams are small here"))).not.toHaveProperty("microsoft-teams");
  expect(skillsIn(asked("Strong in SQL and Python. Excel in all that you do"))).not.toHaveProperty("microsoft-excel");
  expect(skillsIn(asked("Kubernetes and Docker. Go where customers are"))).not.toHaveProperty("go");
  expect(skillsIn(asked("Office tools, e.g. Outlook, Excel and Teams"))).toHaveProperty("microsoft-teams");
  expect(skillsIn(asked("Python, e.g. Ray or PyTorch"))).toHaveProperty("ray");
});

test("RedHat OpenShift is OpenShift", () => expect(skillsIn(asked("RedHat OpenShift"))).toHaveProperty("openshift"));

const skillsOf = (company: string): string[] => Object.keys(skillsIn("What you will do\n\n- Build what makes Harvey AI grow, with the team and for us\n\nRequirements\n\n- Python", { company }));

test("a company's product that is called after it is not asked for by its name alone", () => {
  expect(skillsOf("Harvey")).not.toContain("harvey-ai");
  expect(skillsOf("Harvey AI")).not.toContain("harvey-ai");
  expect(skillsOf("Hollybrook")).toContain("harvey-ai");
});

describe("others' skills are not asked for", () => {
  const tasks = "\n\nResponsibilities\n\n- You will work with the team on the product that we own.\n\nRequirements\n\n- Python";
  test.each([
    [`Hollybrook makes clocks. The founding team has deep experience in distributed systems.${tasks}`, "distributed-systems"],
    [`Our founders have years of experience with Kubernetes.${tasks}`, "kubernetes"],
    [`Responsibilities\n\n- You build our clocks with the team\n\nAbout us\n\nThe experience of our team, who joined us from Stripe, Databricks and Figma.`, "databricks"],
    [`Responsibilities\n\n- You build our clocks with the team\n\nBenefits\n\nYour team brings experience from companies like Figma, AWS and Snowflake.`, "aws"],
    [`Responsibilities\n\n- You build our clocks with the team\n\nOur tech\n\n- 100+ native integrations with Salesforce, Webflow and GitHub`, "webflow"],
    [`Responsibilities\n\n- You build our clocks with the team\n\nAbout us\n\nOur tech stack has native integrations with Salesforce, Webflow and GitHub`, "webflow"],
    [`We have strong partnerships with Google Cloud, Snowflake and Databricks.${tasks}`, "snowflake"],
    [`Hollybrook a conclu des partenariats stratégiques avec Salesforce, Snowflake et SAP.\n\nVos missions\n\n- Vous construisez des modèles avec les équipes\n\nProfil\n\n- Python`, "snowflake"],
  ])("%s", (body, id) => expect(skillsIn(body)).not.toHaveProperty(id));

  test.each([
    [`We are looking for engineers with deep experience in distributed systems and robotics.${tasks}`, "distributed-systems"],
    [`As part of the founding team you have experience with Kubernetes.${tasks}`, "kubernetes"],
    [`We are hiring a founding team member with deep experience in distributed systems.${tasks}`, "distributed-systems"],
    [`You will work with the founders and bring experience with Kubernetes.${tasks}`, "kubernetes"],
    [`Responsibilities\n\n- Own native integrations with Salesforce and Webflow`, "webflow"],
    [`Responsibilities\n\n- Manage partnerships with AWS`, "aws"],
    [`Responsibilities\n\n- Take in data from places like Salesforce and Confluence`, "confluence"],
    [`Responsibilities\n\n- You build our clocks with the team\n\nAbout us\n\nThe team is small. You have experience with Kubernetes.`, "kubernetes"],
  ])("asked for all the same: %s", (body, id) => expect(skillsIn(body)).toHaveProperty(id));
});
