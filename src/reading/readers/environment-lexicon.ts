import type { EnvironmentTopic } from "../../terms/environment.ts";
import type { Lexicon } from "../lexicon.ts";

/** Words that open a statement about the place of work. `environmentChecks` (environment-cues.ts) tells whether the sentence really says something. */
export const environmentLexicon: Lexicon<EnvironmentTopic> = {
  kind: "environment",
  entries: {
    stack: [
      "(our|tech|technology|technical|technological) stack", "our (current|ml|ai|data|tech|technology|backend|frontend|modern|engineering|core) stack", "technologies we use", "tools we use", "tools you ll use", "technologies you ll use", "we use", "we re using", "we work with", "we are using", "built (on|with|in)", "is written in", "are written in",
      "unser (stack|tech stack|techstack)", "wir (nutzen|verwenden|setzen auf|arbeiten mit)", "environnement technique", "stack technique", "nous utilisons", "notre stack", "onze stack", "wij gebruiken", "we gebruiken", "we werken met",
    ],
    scale: [
      "requests", "queries", "transactions", "events", "predictions", "inferences", "tokens per", "messages", "api calls", "gpus", "h100s", "a100s", "nodes", "servers", "cores", "clusters", "qps", "rps", "tps", "users", "customers", "devices", "robots", "documents", "images", "records", "rows", "data points", "petabyte(s)", "terabyte(s)", "pb", "tb", "models in production", "microservices", "daily active", "monthly active", "(1|2|3|4|5|6|7|8|10|12|15|20|25|30|40|50|60|80|100|120|150|200|250|300|400|500|600|800)(tb|pb)",
      "nutzer(n)", "anfragen", "utilisateurs", "requêtes", "gebruikers", "millionen kunden",
    ],
    team: [
      "team of", "teams of", "person team", "people team", "engineer team", "small team", "reporting to", "report to", "report directly to", "you ll report", "you will report", "reports directly to", "team consists of", "team is made up of", "pod of", "squad of", "(we are|we re|one of) (two|three|four|five|six|seven|eight|nine|ten|twelve|2|3|4|5|6|7|8|9|10|11|12|14|15|20)",
      "(wir sind|eine(r) von) (zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|3|4|5|6|7|8|9|10|12|15)", "nous sommes (deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|3|4|5|6|7|8|9|10|12|15)", "we zijn met (twee|drie|vier|vijf|zes|zeven|acht|negen|tien|3|4|5|6|7|8|9|10|12|15)", "team (von|aus|mit)", "köpfiges team", "köpfigen team", "équipe (de|composée)", "rattaché(e) (à|au)", "team van",
    ],
    ownership: [
      "you ll own", "you will own", "you own", "own end to end", "end to end ownership", "full ownership", "complete ownership", "real ownership", "true ownership", "take ownership", "own the", "ownership of", "own and", "fully own",
      "end to end verantwortung", "volle verantwortung", "du verantwortest", "vous serez responsable", "tu seras responsable", "volledige verantwoordelijkheid", "eindverantwoordelijk",
    ],
    "on-call": ["on call", "oncall", "pager", "after hours support", "rufbereitschaft", "bereitschaftsdienst", "astreinte(s)", "consignatiedienst"],
    data: [
      "(sensor|clinical|transaction|transactional|clickstream|behavioral|behavioural|financial|market|claims|geospatial|imaging|genomic|multimodal|proprietary|first party|log|telemetry|speech|audio|video|image|medical|satellite|healthcare|patient|ehr|usage|time series|tabular|unstructured|operational|streaming|real world|robot|vehicle|energy|iot) (data|dataset|datasets)", "imagery", "(labeled|labelled) (data|datasets)", "datasets of", "corpus of", "electronic health records", "patient records",
      "sensordaten", "patientendaten", "messdaten", "données (de santé|patients|capteurs|textuelles)", "sensordata",
    ],
    maturity: [
      "greenfield", "green field", "from scratch", "from the ground up", "0 to 1", "0 1", "zero to one", "zero to 1", "brownfield", "legacy (system|systems|code|codebase|platform|platforms|application|applications|infrastructure)", "existing (platform|codebase)",
      "founding (engineer|member|team|ml|ai|machine|data|designer|product|software|full)", "first (hire|engineer|ml|ai|data|machine|platform|dedicated|technical|engineering|security|in house)", "ground floor", "technical debt",
      "grüne wiese", "von grund auf", "erste(r) (data|ml|ki|machine)", "partir de zéro", "premier (data|ml|ingénieur)", "vanaf nul", "vanaf de grond",
    ],
    plan: [
      "first (30|60|90|100) days", "first (week|month|year)", "first (three|six|two|few|twelve|3|6|12) months", "30 60 90", "(next|coming) (12|6|18|24|six|twelve|eighteen|few) months", "next (year|quarter|two years)", "our roadmap", "within (3|6|12|three|six|twelve) months", "after (3|6|12|three|six|twelve) months", "(month|months) (1|3|6|12)",
      "ersten (monaten|monate|wochen|tagen|jahr)", "(drei|sechs|3|6|12|zwölf) monaten", "premiers mois", "premières semaines", "eerste (maanden|maand|jaar|weken)",
    ],
  },
};

/** Words that are an amount without a digit. The vocabulary must know them. */
export const manyWords = "hundreds thousands millions billions trillions tausende millionen milliers duizenden miljoenen".split(" ");
