import { describe, expect, test } from "vitest";
import { makeDocument } from "../layout.ts";
import { readSkills } from "./skills.ts";

function skillsIn(body: string): Record<string, string> {
  const doc = makeDocument({ title: "Engineer", company: "Hollybrook", description_text: body });
  return Object.fromEntries(readSkills(doc).map((skill) => [skill.id, skill.need]));
}

const asked = (sentence: string): string => `What you will do\n\n- You will work with the team and with us on the product that you own.\n\nRequirements\n\n- ${sentence}\n- You are kind to the people that you work with.`;

// Words that also mean something else: [skill, sentences that name it, sentences that do not].
const doubtful: [id: string, yes: string[], no: string[]][] = [
  ["design-systems", ["Experience with design systems", "Own our design system"], ["You know how to design systems that last", "Able to design systems for many users", "You can design systems and explain them"]],
  ["scale-ai", ["Data labelling with Scale AI", "Experience with Labelbox and Scale AI", "Experience with Scale AI in production"], ["Build and Scale AI Services", "Build & Scale AI-native products", "You scale AI in small steps", "Ready to scale AI and to ship it"]],
  ["openai-api", ["Experience with OpenAI", "APIs of Open AI, Anthropic or Mistral"], ["Experience with open AI research", "Skills in open AI development", "Knowledge of open AI models and licences"]],
  ["container-orchestration", ["Docker, orchestration and CI/CD", "Docker, orchestration, model serving"], ["Prompt engineering, RAG and orchestration of agents", "Docker, agent orchestration and RAG", "LLM orchestration, PyTorch", "Docker, model orchestration, PyTorch"]],
  ["regression", ["Classification, regression and clustering", "Regression, classification and clustering; unit tests in Python", "Classification, regression and clustering in cross-functional teams"], ["Functional, regression and stress tests with Selenium", "Unit tests, regression suites and QA", "Selenium, non regression checks", "Selenium, regression tests, Python"]],
  ["gpu-computing", ["Kernel development for GPUs", "CUDA, Triton, custom kernels on Linux", "Kernel development for GPUs on Linux"], ["Linux kernel development", "Kernel development for RTOS boards", "Custom kernels with Linux drivers", "Custom kernels for Linux, drivers in C"]],
  ["github", ["GitHub and Jira", "Experience with GitHub", "Own our portfolio of services; experience with GitHub, Jira", "Experience with GitHub and GitLab, with a portfolio to show"], ["Your resume and GitHub", "LinkedIn, GitHub", "Portfolio, GitHub, LinkedIn", "A cover letter and GitHub, Python", "Your portfolio or GitHub, Python"]],
  ["mathematical-optimization", ["Ship models at low cost: statistics, optimization"], ["Cost optimization, statistics", "Statistics, query optimization"]],
  ["rhel", ["Ubuntu, RedHat and Debian", "Experience with RedHat"], ["RedHat OpenShift", "RedHat Ansible, Terraform", "A talk by RedHat in Brno"]],
  ["html", ["HTML and CSS"], ["Our code of conduct is at example.org/index.html", "See index.html", "Read example.org/jobs/index.html first"]],
  ["chaos-engineering", ["Chaos engineering and SLOs", "Chaos testing"], ["Fault tolerance, observability and Kafka", "Fault tolerance", "Chaos on the road"]],
  ["aws-cdk", ["Terraform, CDK and AWS", "AWS CDK"], ["A CDK4 inhibitor", "cdk and other kinases", "Patients with CDK mutations"]],
  ["microsoft-sentinel", ["Splunk, Sentinel and QRadar", "Microsoft Sentinel"], ["Sentinel satellites over Europe", "Redis Sentinel", "A sentinel species"]],
  ["chain-of-thought-prompting", ["RAG, CoT and few-shot prompting"], ["A cot in the corner", "CoT is the name of our board", "cot and crib"]],
  ["typescript", ["React, TS and Node.js", "TypeScript"], ["A TS clearance", "TS/SCI with polygraph", "ts and cs apply"]],
  ["javascript", ["Python, JS and SQL"], ["Our JS team", "js is a nice letter pair", "Mr JS Miller"]],
  ["next-js", ["React, Next and TypeScript", "Next.js"], ["Next, you meet the team", "Next steps with Python", "Next level of growth"]],
  ["delta-lake", ["Iceberg, Delta and Parquet", "Delta Lake"], ["Delta between plan and fact", "The Mekong delta", "Delta flights from Boston"]],
  ["sap-businessobjects", ["Power BI, BO et Tableau"], ["Le BO de l'application", "Bo leads the team", "Mme BO"]],
  ["atlassian", ["Experience with the Atlassian suite"], ["We joined from Atlassian", "Atlassian is our neighbour", "A tower built for Atlassian"]],
  ["grafana-mimir", ["Grafana, Mimir and Loki"], ["The tale of Mimir", "Mimir is our mascot", "Call Mimir Hansen"]],
  ["qos", ["BGP, QoS and MPLS"], ["qos of our meals", "QoS is what we call our promise", "A qos of two"]],
  ["mocha", ["Jest, Mocha and Cypress"], ["Mocha and cake on Fridays", "A mocha a day", "Mocha is our office dog"]],
  ["rollup", ["webpack, Rollup and Vite"], ["A rollup of small firms", "Rollup of costs", "rollup reports"]],
  ["alembic", ["SQLAlchemy, Alembic and FastAPI"], ["An alembic of copper", "Alembic is our bar", "alembic and still"]],
  ["detox", ["Jest, Detox and React Native"], ["Detox clinics", "Care in detox", "Detox weeks for all"]],
  ["maestro", ["Appium, Maestro and Detox"], ["A maestro of sales", "Maestro cards", "The Maestro office"]],
  ["bloc", ["Flutter, BLoC and Riverpod"], ["Bloc parties", "En bloc sales", "bloc opératoire"]],
  ["wms", ["SAP, WMS and ERP systems"], ["wms of the port", "The WMS office", "A letter to WMS"]],
  ["cfd", ["ANSYS, CFD and MATLAB", "Computational fluid dynamics"], ["CFD traders", "A cfd account", "Trade in CFD and forex"]],
  ["xen", ["KVM, Xen and VMware"], ["Xen gardens", "A xen mind", "Meet Xen Li"]],
  ["cors", ["OAuth, CORS and JWT"], ["cors et âme", "Cors de chasse", "CORS is our choir"]],
  ["amazon-ecr", ["ECS, ECR and Lambda", "Elastic Container Registry"], ["ECR guidelines of radiology", "ecr forms", "An ECR nurse"]],
  ["aws-security-hub", ["GuardDuty, Security Hub and IAM"], ["A security hub in Leeds", "Our security hub", "Work from the security hub"]],
];

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

const skillsOf = (company: string): string[] => readSkills(makeDocument({ title: "Engineer", company, description_text: "What you will do\n\n- Build what makes Harvey AI grow, with the team and for us\n\nRequirements\n\n- Python" })).map(({ id }) => id);

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
