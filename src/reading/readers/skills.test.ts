import { describe, expect, test } from "vitest";
import { makeDocument } from "../layout.ts";
import { skillVocabulary } from "./skill-vocabulary.ts";
import { readSkills } from "./skills.ts";

function skillsIn(body: string, { title = "Engineer", company = "Hollybrook" } = {}): Record<string, string> {
  const doc = makeDocument({ title, company, description_text: body });
  return Object.fromEntries(readSkills(doc).map((skill) => [skill.id, skill.need]));
}

const asked = (sentence: string): string => `What you will do\n\n- You will work with the team and with us on the product that you own.\n\nRequirements\n\n- ${sentence}\n- You are kind to the people that you work with.`;
const done = (sentence: string): string => `What you will do\n\n- ${sentence}\n- You will work with the team and with us on the product that you own.`;

// Words that also mean something else: [skill, sentences that name it, sentences that do not].
const doubtful: [id: string, yes: string[], no: string[]][] = [
  ["go", ["Experience with Python, Go or Rust", "Proficiency in Golang", "Go", "typescript, go, kubernetes"], ["Go above and beyond for our customers", "Bring our go-to-market plan to life", "Go live with the new product", "Ready to go the extra mile", "You go deep into problems"]],
  ["r-language", ["Fluency in R or Python", "Statistics with R, SAS or Stata", "You know SQL, R and Tableau"], ["Lead our R&D projects", "A person in HR with a plan R", "Toys R Us was a client", "Vitamin R is no thing"]],
  ["c-language", ["C and C++ on embedded devices", "Knowledge of C, Rust or Zig", "Programming in C/C++"], ["Talk to C-level people", "Work with the C-suite", "Join our Series C company", "Plan C is there for emergencies"]],
  ["rust", ["Strong in Rust or Go", "Experience with Rust", "- Rust", "Rust required", "Rust is a must"], ["Rust belt cities are our market", "Protect steel from rust", "Skills rust when nobody uses them", "Rust on pipelines worries our customers", "Rust required much work on the bridge", "Rust needed to be taken off"]],
  ["node-js", ["React and Node", "Node.js on multi-node clusters", "Experience with Node"], ["Experience with multi-node training", "Single-node and multi-node training with PyTorch", "Eight GPUs per node, PyTorch and NCCL", "Skills in GPU node debugging"]],
  ["informatica", ["Informatica, Snowflake and SQL", "Experience with Informatica PowerCenter", "ETL in Informatica"], ["Een opleiding in Informatica", "HBO of WO in Informatica", "Bachelor Informatica", "Laurea in Informatica", "ervaring in informatica"]],
  ["swift", ["iOS apps in Swift and Kotlin", "Proficient in Swift"], ["A swift reply to every customer", "Swift action when alarms ring", "Knowledge of SWIFT codes and payments", "Swift, clear writing"]],
  ["react", ["React and TypeScript", "Frontend experience with React", "Vue, react, svelte"], ["React quickly to incidents", "Able to react to changing needs", "React to customers within a day", "They react well under pressure"]],
  ["spring", ["Java and Spring", "Experience with Spring Boot or Spring"], ["Internship in spring 2026", "Spring cleaning of old code", "Spring into action", "A start in Spring is fine"]],
  ["express", ["Node.js and Express", "Express.js, MongoDB and React"], ["Express your ideas clearly", "Able to express thoughts in English", "American Express is a client", "Express interest before Friday"]],
  ["ray", ["Distributed training with Ray and PyTorch", "Experience with Ray"], ["Interpret X-ray images", "A ray of hope", "Call Ray Miller for questions", "Ray and Maria lead the office"]],
  ["apache-spark", ["Spark and Kafka", "PySpark or Spark SQL", "Data processing in Apache Spark"], ["Spark joy in our users", "Spark new ideas in the team", "The spark that lights a room", "Ideas spark debate"]],
  ["triton-inference-server", ["Serving with vLLM or Triton", "NVIDIA Triton in production"], ["The Triton office in Oslo", "Triton is our customer of the year", "A trip to Triton island"]],
  ["chef", ["Ansible, Chef or Puppet", "Terraform and Chef"], ["Lunch from our own chef", "Work with the head chef", "Chef de projet"]],
  ["helm", ["Kubernetes and Helm", "Experience with Helm charts"], ["At the helm of a growing team", "Take the helm of our product", "helm the company's marketing"]],
  ["hashicorp-vault", ["Terraform, Consul and Vault", "Secrets in HashiCorp Vault"], ["A vault of good ideas", "Vault over obstacles", "Keys to the vault of the bank"]],
  ["saltstack", ["Ansible, Salt or Puppet", "Configuration with SaltStack"], ["Salt Lake City office", "A grain of salt", "Worth their salt in sales"]],
  ["microsoft-excel", ["Skills in Excel and PowerPoint", "Advanced Excel", "Microsoft Excel", "word, excel, powerpoint"], ["Excel in a fast team", "You excel at writing", "Excel as a leader of people", "People who excel under pressure", "Excel at what you do"]],
  ["microsoft-word", ["Excel, Word and PowerPoint", "MS Word"], ["In a word, we care", "Spread the word about us", "Word of mouth brings our clients", "Every word counts"]],
  ["make", ["Automation with Zapier, Make or n8n"], ["Make a difference every day", "Make sure that customers are happy", "We make, we ship, we learn", "Make it simple"]],
  ["groovy", ["Java, Groovy and Kotlin"], ["A groovy place to work", "Groovy people, groovy music", "Stay groovy with us"]],
  ["ajax", ["Experience with AJAX and jQuery"], ["Our office is in Ajax, Ontario", "Fans of Ajax meet on Sundays", "A day with Ajax Amsterdam"]],
  ["varnish", ["nginx, Varnish and Redis"], ["Varnish and paint for wood", "A coat of varnish", "Varnish on old tables"]],
  ["vagrant", ["Docker, Vagrant and Ansible"], ["Help for vagrant families", "Vagrant birds of the coast", "No vagrant thoughts"]],
  ["sass", ["CSS, Sass and webpack"], ["Wit and sass are welcome", "Sass from colleagues is part of it", "We like people with sass"]],
  ["usb", ["Experience with USB and SPI"], ["A USB stick as a gift", "Bring photos by USB", "Desks have USB ports"]],
  ["mercurial", ["git, SVN and Mercurial"], ["A mercurial market", "Mercurial tempers are no help here", "Calm in mercurial times"]],
  ["notion", ["Tools: Jira, Notion and Slack"], ["A clear notion of quality", "Notion of time and cost", "Good notions of English", "No notion of hierarchy"]],
  ["linear", ["Jira, Linear or Asana"], ["Linear growth of revenue", "Careers are never linear", "Think in a linear way", "Linear and lateral thinking"]],
  ["unity", ["Games in Unity or Unreal Engine", "Experience with Unity and C#"], ["Unity of purpose in the team", "Work in unity with others", "Unity Health is our client", "Strength through unity"]],
  ["segment", ["Fivetran, Segment and dbt"], ["Lead the mid-market segment", "Segment customers by value", "A new segment of the market", "Our segment is growing"]],
  ["modal", ["Inference on Modal, RunPod or Kubernetes"], ["Design modal dialogs", "Modal verbs in English", "Multi-modal transport planning"]],
  ["cursor", ["GitHub Copilot, Cursor or Claude Code", "Experience with Cursor"], ["Move the cursor with care", "Database cursor handling", "A cursor that blinks"]],
  ["claude", ["GPT, Claude and Gemini", "Experience with Claude"], ["Report to Claude Dupont", "Claude leads the Paris office", "Written for Claude, our founder"]],
  ["gemini", ["OpenAI, Gemini or Llama models"], ["Born under Gemini", "The Gemini building in Leeds", "Gemini House is where you meet us"]],
  ["llama", ["Llama and Mistral models", "Llama 3 in production", "Fine-tune LLaMA or Qwen"], ["A llama farm in Peru", "Feed the llama at our party", "No drama llama", "Llama wool from our own farm"]],
  ["mistral", ["GPT-4, Mistral and Llama"], ["The mistral blows in Provence", "Mistral street 12 in Lyon", "Mistral winds and sailing"]],
  ["falcon", ["Llama, Falcon or Mistral"], ["A falcon's eye for detail", "Falcon jets and helicopters", "Join the Falcon team"]],
  ["looker", ["Looker and Tableau", "Dashboards in Looker"], ["An on-looker at events", "A good looker", "The looker sees more"]],
  ["tableau", ["Tableau or Power BI", "Experience with Tableau"], ["Un tableau de bord pour la direction", "Le tableau des ventes", "Tableau d’affichage", "A tableau of colours"]],
  ["oracle-database", ["Oracle, PostgreSQL or MySQL", "SQL and Oracle"], ["Our oracle of wisdom", "An Oracle partner since 2010", "Ask the oracle"]],
  ["google-cloud", ["AWS, Azure or GCP", "Google Cloud Platform"], ["Clinical trials under ICH GCP", "GCP and GLP rules in clinical studies", "Good clinical practice (GCP) in trials"]],
  ["dbt", ["Snowflake and dbt", "SQL models in dbt"], ["Therapists with CBT or DBT skills", "DBT therapy for adults", "Trained in DBT for behavioral health"]],
  ["can-bus", ["Protocols such as SPI, I2C and CAN", "CAN bus tools"], ["You can explain ideas", "Docker and can start at once", "As fast as you can", "Know CAN-SPAM rules"]],
  ["rest-apis", ["Design of REST APIs", "GraphQL, REST and gRPC"], ["Rest days between shifts", "The rest of the team", "Lay your head to rest"]],
  ["rag", ["RAG pipelines", "Fine-tuning, RAG and evals"], ["A rag tag team", "From rag to riches", "rag dolls as gifts"]],
  ["windows", ["Linux, Windows and macOS"], ["Calls in maintenance windows", "Clean windows and floors", "Windows of opportunity close"]],
  ["zoom", ["Slack, Zoom and Notion"], ["Zoom in on what customers need", "Meet us on Zoom on Friday", "You zoom out when it helps"]],
  ["clay", ["HubSpot, Clay and Salesforce"], ["Pots of clay", "Clay courts behind the office", "Work with Clay Morton"]],
  ["apollo", ["Salesforce, Apollo and ZoomInfo"], ["The Apollo theatre is near", "Join our Apollo programme", "Apollo missions inspire us"]],
  ["microsoft-outlook", ["Word, Excel and Outlook"], ["A positive outlook on life", "Outlook for the year", "The market's outlook is good"]],
  ["wi-fi", ["Bluetooth, Wi-Fi and USB", "MQTT and WiFi"], ["Wi-Fi in the garden", "Free wifi and coffee", "We pay your WiFi at home"]],
  ["core-data", ["SwiftUI and Core Data"], ["Knowledge of core data concepts", "Own our core data platform", "Core data of customers"]],
  ["google-tag-manager", ["Google Tag Manager and GA4"], ["Write the GTM plan", "GTM teams in Europe", "Own our GTM motion"]],
  ["mathematical-optimization", ["Convex optimization, statistics and optimization algorithms"], ["Profiling, monitoring and optimization of Kubernetes", "Context window optimization, prompt caching and RAG", "Deployment, monitoring and optimization of Docker images"]],
  ["data-engineering", ["Knowledge of data engineering and SQL"], ["5+ years of experience in data engineering", "3 years in software or data engineering roles", "Ten years across analytics and data engineering"]],
  ["full-stack-development", ["Skills in full-stack development"], ["4+ years in full-stack development", "At least 3 years of full-stack development"]],
  ["agile", ["Agile and Scrum", "Work in an Agile team"], ["An agile mind", "Stay agile and curious", "Move in agile steps"]],
  ["soar", ["SIEM and SOAR tools"], ["Soar to new heights", "Sales soar every year", "Let ideas soar"]],
  ["sap", ["SAP and Salesforce", "Experience with SAP"], ["Meetings that sap your energy", "Maple sap and syrup", "Tasks sap our time"]],
  ["iam", ["IAM and SSO", "Experience with IAM"], ["iam happy to help", "Iam from Leeds", "say iam"]],
  ["elasticsearch", ["Elasticsearch or OpenSearch", "Kibana, Elastic and Logstash"], ["Clusters on Elastic Kubernetes Service", "Elastic working hours", "An elastic band"]],
  ["temporal", ["Kafka, Temporal and Redis"], ["Temporal data of patients", "Temporal bone surgery", "Spatial and temporal patterns"]],
  ["electron", ["Electron, React and Node.js"], ["Electron microscopes", "An electron beam", "Electron physics is a plus"]],
  ["opensearch", ["Elasticsearch or OpenSearch", "Experience with OpenSearch"], ["Amazon OpenSearch Serverless", "AWS OpenSearch", "An open search for new colleagues"]],
  ["amazon-opensearch", ["Amazon OpenSearch and S3", "AWS OpenSearch Service"], ["Elasticsearch or OpenSearch", "OpenSearch clusters on Kubernetes", "We run OpenSearch in our own data centre"]],
  ["amazon-vpc", ["Amazon VPC and Route 53", "AWS VPCs"], ["Networks in a VPC", "VPCs on Google Cloud", "A VPC of our own"]],
  ["apache-superset", ["Superset or Metabase", "Apache Superset"], ["A superset of SQL", "TypeScript is a superset of JavaScript", "A superset that covers all cases"]],
  ["aws-step-functions", ["AWS Step Functions and Lambda", "Step Functions"], ["A step function improvement in how we ship", "Think in step function changes", "step functions and other signals"]],
  ["google-cloud-functions", ["Cloud Functions and BigQuery", "GCP cloud functions"], ["Lead our cloud function", "Our cloud functions report to the CTO", "a cloud function of the group"]],
  ["azure-service-bus", ["Azure Service Bus and Event Hubs", "Kafka and Service Bus"], ["An enterprise service bus", "The service bus to the office", "Enterprise Service Bus products"]],
  ["azure-log-analytics", ["Azure Log Analytics", "Experience with Log Analytics"], ["You do log analytics for customers", "log analytics at scale", "Tools that make log analytics simple"]],
  ["nvidia-h100", ["Clusters of H100", "NVIDIA H100 GPUs"], ["Racks of GB200", "GB200 NVL72 systems", "HGX boards"]],
  ["microsoft-entra-id", ["Microsoft Entra ID and Okta", "Experience with Entra"], ["Entra a far parte di noi", "entra nel team", "Si entra alle nove"]],
  ["ruby-on-rails", ["Rails and PostgreSQL", "Ruby on Rails", "Experience with Rails"], ["New payment rails in new markets", "Stablecoin settlement rails", "Mount rails and brackets", "On the rails of the metro"]],
  ["visio", ["Jira, Visio and Excel"], ["Gaming nights en visio", "Un premier échange en visio", "Réunion visio"]],
  ["assembly-language", ["C, C++ and Assembler"], ["Découper, assembler et monter les tracés", "Savoir assembler une équipe", "An assembler of good teams"]],
  ["buck", ["Bazel, Buck and CMake"], ["Never pass the buck", "More bang for the buck", "The buck stops with you"]],
  ["ros", ["ROS and Gazebo", "ROS 2 on robots"], ["Ros Miller leads us", "ros tea at five", "A glass of ros"]],
];

describe.each(doubtful)("%s", (id, yes, no) => {
  test("has more traps than ways to name it", () => expect(no.length).toBeGreaterThan(yes.length));
  test.each(yes)("is named: %s", (sentence) => expect(skillsIn(asked(sentence.replace(/^- /, "")))).toHaveProperty(id));
  test.each(no)("is not named: %s", (sentence) => expect(skillsIn(asked(sentence))).not.toHaveProperty(id));
});

describe("need", () => {
  test("follows the section", () => {
    const skills = skillsIn("Your tasks\n\n- Build services in Java and Kafka\n\nRequirements\n\n- Python and SQL\n\nNice to have\n\n- Terraform, Ansible");
    expect(skills).toMatchObject({ java: "mentioned", kafka: "mentioned", python: "required", sql: "required", terraform: "preferred", ansible: "preferred" });
  });

  test.each([
    ["It would help if you had", "preferred"],
    ["What would be great", "preferred"],
    ["Das wäre super", "preferred"],
    ["What you need", "required"],
    ["How we would help you", "required"],
    ["It would be a mistake to skip these", "required"],
    ["Great to know them", "required"],
  ])("of what stands behind the requirements, under the line %s: %s", (line, need) => expect(skillsIn(`Requirements\n\n- Python\n\n${line}\n\n- Terraform`)["terraform"]).toBe(need));

  test.each([
    ["Python; Kubernetes is a plus", "preferred"],
    ["Python, ideally with Kubernetes", "required"],
    ["Nice to have: Kubernetes", "preferred"],
    ["Experience with Docker (Kubernetes a plus)", "preferred"],
    ["Experience with orchestration (Kubernetes preferred)", "required"],
    ["Kubernetes required, Terraform preferred", "required"],
    ["It helps if you have worked with Kubernetes", "preferred"],
    ["Idealerweise Kubernetes und Docker", "preferred"],
    ["La connaissance de Kubernetes serait un plus", "preferred"],
    ["Ervaring met Kubernetes is een pré", "preferred"],
  ])("in a sentence: %s → %s", (sentence, need) => expect(skillsIn(asked(sentence))["kubernetes"]).toBe(need));

  test("is required in a sentence that asks, whatever the section", () => {
    expect(skillsIn(done("Strong experience with PyTorch and CUDA."))).toMatchObject({ pytorch: "required", cuda: "required" });
    expect(skillsIn(done("Train models in PyTorch and tune kernels in CUDA."))).toMatchObject({ pytorch: "mentioned", cuda: "mentioned" });
  });

  test("the strongest mention counts and is among the evidence", () => {
    const doc = makeDocument({ title: "Engineer", description_text: "Your tasks\n\n- Use Python daily\n- Write Python\n- Teach Python\n- Love Python\n\nRequirements\n\n- Python in production" });
    const [python] = readSkills(doc);
    expect(python).toMatchObject({ id: "python", need: "required" });
    expect(python!.evidence).toHaveLength(3);
    expect(doc.text.slice(python!.evidence[2]!.start, python!.evidence[2]!.end + 14)).toBe("Python in production");
  });

  test.each([
    ["a wish in brackets", asked("Kenntnisse in JavaScript (bevorzugt React)"), "react"],
    ["a wish in brackets, doubtful by itself", asked("Proficiency in Python and algorithms. (Nice to have: Go)"), "go"],
    ["all that a line says of one part", "Our tech stack\n\n- Frontend: React\n- Backend: Python", "react"],
    ["a heading that ends with another heading's words", "What you'll bring to the team:\n\n- Knowledge of Kafka and microservices", "microservices"],
  ])("counts %s", (_what, body, id) => expect(skillsIn(`Your tasks\n\n- You will work with us on the product that we own.\n\n${body}`)).toHaveProperty(id));

  test.each([
    ["- Process automation: find what can be automated with SAML and OAuth"],
    ["- Team growth: help others to learn Kubernetes"],
    ["- Benefits tracking: measure what Kubernetes saves"],
  ])("an item that opens with a heading's word is no heading: %s", (item) => {
    const doc = makeDocument({ title: "Engineer", description_text: `What you will do\n\n${item}\n- You will work with the team on the product that we own.` });
    expect(doc.sections.map(({ section }) => section)).toEqual(["title", "location", "intro", "responsibilities"]);
  });

  test("the next heading ends the stack", () => {
    expect(skillsIn("Requirements\n\n- Python in production\n\nOur tech stack\n\n- React, Node.js and Kubernetes\n\nYour profile\n\n- You know Docker and Kubernetes")).toMatchObject({ react: "mentioned", docker: "required", kubernetes: "required" });
  });

  test("what stands under the stack's heading is only used", () => {
    expect(skillsIn("Requirements\n\n- Python in production\n\nOur tech stack\n\n- React, Node.js and Kubernetes")).toMatchObject({ python: "required", react: "mentioned", kubernetes: "mentioned" });
  });
});

describe("what does not count", () => {
  test.each([
    ["the company's own words", "About us\n\nWe are backed by the founders of Databricks and Snowflake. Our office has a chef.", ["databricks", "snowflake", "chef"]],
    ["benefits", "Benefits\n\n- A MacBook with Slack and Notion, and the best of Excel humour", ["slack", "notion", "microsoft-excel"]],
    ["a company's customers", done("Help customers such as Snowflake and Databricks with their contracts"), ["snowflake", "databricks"]],
    ["fields of study", asked("A degree in computer science, statistics or machine learning"), ["statistics", "machine-learning"]],
    ["a field that only introduces names", asked("Knowledge of cloud platforms (AWS, Azure)"), ["cloud"]],
    ["the whole beside its part", asked("Containers with Docker"), ["containers"]],
    ["a field that nobody asks for", done("Move our reports to the cloud"), ["cloud"]],
    ["other teams' work", asked("You collaborate with DevOps and legal"), ["devops"]],
    ["words in part", asked("Pythonic, javanese and sqlish"), ["python", "java", "sql"]],
  ])("%s", (_what, body, ids) => {
    const skills = skillsIn(body);
    for (const id of ids) expect(skills).not.toHaveProperty(id);
  });

  test("the employer's name, but where it is asked for", () => {
    expect(skillsIn(done("Build Snowflake together with us"), { company: "Snowflake" })).not.toHaveProperty("snowflake");
    expect(skillsIn(asked("Experience with Snowflake"), { company: "Snowflake" })).toHaveProperty("snowflake", "required");
  });
});

describe("languages", () => {
  test.each([
    ["Sehr gute Kenntnisse in Python und maschinellem Lernen", "machine-learning"],
    ["Maîtrise de Python et du traitement du langage naturel", "natural-language-processing"],
    ["Connaissance de l’apprentissage automatique et de PyTorch", "machine-learning"],
    ["Erfahrung mit Datenbanken in PostgreSQL und agilen Methoden", "postgresql"],
    ["Ervaring met Python en datamodellering", "data-modeling"],
  ])("%s → %s", (sentence, id) => expect(skillsIn(asked(sentence))).toHaveProperty(id));

  test("named technologies are read in other languages too", () => {
    expect(skillsIn("Buscamos una persona con experiencia en desarrollo de software para nuestro equipo. Trabajarás con Kubernetes en la nube, y con las personas que lo usan.")).toHaveProperty("kubernetes");
  });
});

describe("the vocabulary", () => {
  const { byId, phrases } = skillVocabulary();
  test("has a thousand skills and more, each with its own id and name", () => {
    expect(byId.size).toBeGreaterThan(1000);
    const names = [...byId.values()].map((entry) => entry.name.toLowerCase());
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
  test("has known parts only", () => expect([...byId.values()].flatMap((entry) => entry.parts ?? []).filter((id) => !byId.has(id))).toEqual([]));
  test("says each skill at least one way", () => expect([...byId.keys()].filter((id) => !phrases[id] && !phrases[`?${id}`])).toEqual([]));
});

const french = (item: string): Record<string, string> => skillsIn(`Vos missions\n\n- Vous construisez des modèles avec les équipes et pour nos clients\n\nProfil\n\n- ${item}\n- Vous aimez le travail en équipe`);
const dutch = (item: string): Record<string, string> => skillsIn(`Wat ga je doen\n\n- Je bouwt modellen met het team en voor onze klanten\n\nWij vragen\n\n- ${item}\n- Je werkt graag met het team`);

describe("French and Dutch wishes and what is not required", () => {
  test.each(["Kafka serait un vrai plus", "Kafka est un gros plus", "Kafka non requis.", "Maîtrise de Kafka non obligatoire.", "Les connaissances en Kafka ne sont pas nécessaires.", "La connaissance de Kafka n'est pas requise."])("a wish: %s", (item) => {
    expect(french(item)).toMatchObject({ kafka: "preferred" });
  });

  test.each(["Kafka requis", "La maîtrise de Kafka est indispensable", "Kafka obligatoire, Rust non requis", "Kafka, et non Java", "Connaissance de Kafka nécessaire", "Kafka, pas seulement en théorie"])("a must: %s", (item) => {
    expect(french(item)).toMatchObject({ kafka: "required" });
  });

  test.each(["Kafka gewenst", "Kennis van Kafka is gewenst", "Git vereist, Kafka gewenst"])("a wish: %s", (item) => {
    expect(dutch(item)).toMatchObject({ kafka: "preferred" });
  });

  test.each(["Kafka vereist", "Kafka vereist, Java gewenst", "Kennis van Kafka", "Kafka, naar het gewenste niveau"])("a must: %s", (item) => {
    expect(dutch(item)).toMatchObject({ kafka: "required" });
  });

  test("a field that was studied is none", () => {
    expect(dutch("Een masteropleiding (econometrie)")).not.toHaveProperty("econometrics");
    expect(dutch("Ervaring met econometrie")).toHaveProperty("econometrics");
  });
});
