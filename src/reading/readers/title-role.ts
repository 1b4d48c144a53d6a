import { layerOf, type Role } from "../../terms/role.ts";
import { hitsOf, type Document, type Hit } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

/** What titles promise, in families: a title says less than a role, and several roles may keep its promise. */
type Family =
  | "ai" | "ml" | "nlp" | "ai-ml" | "llm" | "agent" | "prompt" | "solutions" | "data-scientist" | "applied-scientist" | "research-engineer" | "research-scientist" | "inference" | "platform" | "infrastructure" | "ml-infrastructure" | "mlops"
  | "evaluation" | "reliability" | "security" | "governance" | "risk" | "data" | "software" | "product-manager" | "other";

const engineer = "(engineer|engineers|engineering|developer|entwickler|entwicklerin|ingenieur|ingénieur|ingénieure|specialist|expert|lead|architect|programmer|ingenieurin|engineerin|entwickler in|programmierer|programmiererin|ontwikkelaar|ontwikkelaarster|ingeniero|ingeniera|desarrollador|desarrolladora)";
const frenchEngineer = "(ingénieur|ingénieure|ingénieur e|développeur|développeuse|expert|experte|lead|ingeniero|ingeniera|desarrollador|desarrolladora)";

export const titleRoleLexicon: Lexicon<Family> = {
  kind: "title-role",
  entries: {
    ai: [`(ai|applied ai|ki|ia|artificial intelligence|ai product|ai software|ai full stack|full stack ai|ai backend|ai application|ai applications) ${engineer}`, "ai software development engineer", "software engineer (ai|applied ai|genai|gen ai|ai applications|ai products|ai features)", "software engineer ai", `${frenchEngineer} (ia|en ia|de ia|intelligence artificielle|en intelligence artificielle|inteligencia artificial|de inteligencia artificial|en inteligencia artificial)`, "développeur en ia", "ai sde", "ki softwareentwickler(in)", "softwareentwickler(in) (ki|für ki|ai)", "(entwickler|entwicklerin|ingenieur|ingenieurin) (ki|für ki|künstliche intelligenz|für künstliche intelligenz)", "engineer ai"],
    ml: ["(machine learning|ml|deep learning|computer vision|speech|recommender|recommendation|recommender systems|recommendation systems|perception) (engineer|engineers|engineering|developer|ingenieur|software engineer|scientist engineer)", "mle", "software engineer (machine learning|ml|computer vision)", `${frenchEngineer} (machine learning|deep learning|computer vision|apprentissage automatique|ml|en machine learning|de machine learning|en apprentissage automatique|vision par ordinateur|en vision par ordinateur|de aprendizaje automático|de visión artificial)`, "machine learning ingenieur(in)", "(ingenieur|ingenieurin|entwickler|entwicklerin) (machine learning|maschinelles lernen|für maschinelles lernen|deep learning|computer vision|bildverarbeitung)", "(scientifique|expert|experte) (machine learning|apprentissage automatique)", "embedded ml engineer"],
    nlp: [`nlp (engineer|engineers|developer|ingenieur|software engineer)`, `${frenchEngineer} (nlp|tal)`],
    "ai-ml": [`(ai ml|ml ai|ai machine learning|aiml|ia ml) ${engineer}`, "ai and ml engineer", "ai and machine learning engineer", "software engineer ai ml"],
    llm: [`(llm|llms|generative ai|genai|gen ai|nlp llm|rag|ia générative|generative ki) ${engineer}`, `${frenchEngineer} (llm|ia générative|genai|rag)`],
    agent: [`(agent|agents|ai agent|ai agents|agentic|agentic ai|ai automation|automation ai|ki agenten) ${engineer}`, "ai orchestration engineer", "software engineer (agent|agents|ai agents)"],
    prompt: ["(prompt|llm prompt) (engineer|engineering|designer)", "ingénieur prompt", "conversation designer"],
    solutions: ["forward deployed (engineer|ai engineer|software engineer|machine learning engineer)", "(ai|genai|ml|llm) (solution|solutions) (engineer|architect|consultant)", "(solution|solutions) (engineer|architect)", "(ai|ki|ia|genai|ai technical) (consultant|consultante|berater|beraterin|adviseur)", "consultant(e) (ia|ai|en ia)", "consultor(a) (de|en) ia", "deployment engineer", "customer engineer ai"],
    "data-scientist": ["data scientist(s)", "data scientiste(s)", "decision scientist", "datenwissenschaftler(in)", "datenwissenschafter(in)", "datawetenschapper", "scientifique (des|de) données", "científic(o|a) de datos", "data science (engineer|lead|specialist|consultant)", "data science"],
    "applied-scientist": ["applied (scientist|researcher|research scientist|ai scientist|ml scientist|ai researcher)", "(machine learning|ml|ai) scientist"],
    "research-engineer": ["research engineer", "research software engineer", "(ai|ml|machine learning|applied ai|deep learning) research engineer", "training engineer", "ingénieur de recherche", "pre training engineer", "post training engineer"],
    "research-scientist": ["research scientist", "(ai|ml|machine learning) (researcher|research scientist)", "research fellow", "postdoc", "postdoctoral researcher", "chercheur", "chercheuse", "(ki|ai|ml) (forscher|forscherin|onderzoeker)", "investigador(a) en ia"],
    inference: ["(inference|model serving|ml performance|kernel|gpu kernel|ml compiler|ai compiler|model optimization|llm inference) engineer", "inference software engineer", "software engineer inference"],
    platform: ["(ai|ml|machine learning|data ml|genai|gen ai) platform (engineer|architect|developer)", "software engineer (ml|ai) platform", "platform engineer (ai|ml)", "feature store engineer"],
    infrastructure: ["(ai|genai) (infrastructure|infra|compute) (engineer|architect)", "(gpu|gpu cluster|hpc|ai cluster) engineer", "software engineer ai (infra|infrastructure)", "ai infrastructure", "(distributed |model |ai |ml |)training infrastructure (engineer|architect)"],
    "ml-infrastructure": ["(ml|machine learning|ai ml) (infrastructure|infra|systems) (engineer|architect)", "software engineer (ml|machine learning) (infra|infrastructure)", "(machine learning|ml) infrastructure"],
    mlops: ["mlops", "ml ops", "mlops engineer", "machine learning operations engineer", "ingénieur(e) mlops", "mlops (ingenieur|ingenieurin|entwickler)", "ingeniero mlops", "ingeniera mlops"],
    evaluation: ["(evaluation|evals|eval|ai evaluation|llm evaluation|ai quality|ai test|ai testing|ai qa|model evaluation) (engineer|scientist|specialist|lead|testingenieur)", "evals lead", "ki testingenieur"],
    reliability: ["(ai|llm) (reliability|observability) engineer", "ai sre", "llmops", "llmops engineer"],
    security: ["(ai|ml|llm) (security|safety|red team|red teaming) (engineer|researcher|specialist)", "ai red team(er)", "adversarial ml engineer", "responsable sécurité ia"],
    governance: ["(ai|ia|ki|responsible ai) (governance|ethics|policy|compliance|ethik) (lead|specialist|manager|analyst|officer|engineer|consultant|expert|auditor)", "responsible ai (lead|specialist|manager|engineer|scientist)", "ai auditor", "ki governance", "ki beauftragte(r)", "(responsable|chargé|chargée|référent|référente) (de la |de |)(gouvernance|éthique|conformité) (ia|de l ia)", "gouvernance (ia|de l ia)", "conformité ia"],
    risk: ["(model risk|model validation|ai risk|ai risk infrastructure|explainability) (engineer|analyst|manager|specialist|quant|scientist|lead)", "model validator", "model validation"],
    data: ["data engineer(s)", "(ai|ml) data engineer", "data engineering", "analytics engineer", "data (analyst|architect|steward|manager)", "(bi|business intelligence) (developer|analyst|engineer)", "business analyst", "ingénieur data", "ingénieure data", "ingénieur(e) (de |des |)données", "développeur big data", "dateningenieur(in)", "data ingenieur(in)", "ingenier(o|a) de datos", "data ontwikkelaar", "datenanalyst(in)", "statisticien(ne)", "statistician"],
    software: [
      "(software|backend|back end|frontend|front end|full stack|fullstack|web|mobile|ios|android|java|python|golang|net|react|embedded|firmware|cloud|devops|qa|test|site reliability|systems|network|hardware|security|platform|application security|infrastructure|production|automation test) (engineer|engineers|developer|architect|entwickler|entwicklerin)", "software development engineer", "softwareentwickler(in)", "softwareingenieur(in)", "softwareontwikkelaar", "développeu(r|se) logiciel", "ingénieur(e) logiciel", "desarrollador(a) de software", "ingenier(o|a) de software", "développeur (java|full stack|web|python|backend)", "sre", "sdet",
    ],
    "product-manager": ["(product|program|project|programme) (manager|owner|lead)", "chef(fe) de projet", "chef de produit", "produktmanager(in)", "projektmanager(in)", "projektleiter(in)", "jefe de (producto|proyecto)", "(ai|data) trainer", "annotator", "(ai|ki|ia) (trainer|educator|teacher|instructor|recruiter|sales)", "account (executive|manager)", "(sales|marketing|customer success) (manager|lead|engineer|representative)", "solutions consultant"],
    other: ["member(s) of (the |)technical staff"],
  },
};

/** Roles whose work keeps what a title of the family promises. Measured on 1,356 labelled postings: pairs that the labels call no mismatch more often than not. */
const keeps: Record<Family, readonly Role[]> = {
  ai: ["ai-product-engineer", "agent-engineer", "llm-engineer", "ai-solutions-engineer", "prompt-engineer"],
  ml: ["ml-engineer"],
  nlp: ["ml-engineer", "llm-engineer"],
  "ai-ml": ["ml-engineer", "ai-product-engineer"],
  llm: ["llm-engineer", "ai-product-engineer", "agent-engineer"],
  agent: ["agent-engineer", "ai-product-engineer", "llm-engineer"],
  prompt: ["prompt-engineer", "ai-product-engineer", "llm-engineer", "agent-engineer"],
  solutions: ["ai-solutions-engineer", "outside-other", "outside-software", "outside-ai-adjacent"],
  "data-scientist": ["data-scientist"],
  "applied-scientist": ["applied-scientist", "research-scientist", "ml-engineer"],
  "research-engineer": ["research-engineer", "research-scientist"],
  "research-scientist": ["research-scientist", "applied-scientist"],
  inference: ["inference-engineer", "ai-infrastructure-engineer"],
  platform: ["ml-platform-engineer"],
  infrastructure: ["ai-infrastructure-engineer", "inference-engineer"],
  "ml-infrastructure": ["ai-infrastructure-engineer", "ml-platform-engineer", "inference-engineer"],
  mlops: ["ml-platform-engineer", "ai-reliability-engineer"],
  evaluation: ["evaluation-engineer"],
  reliability: ["ai-reliability-engineer"],
  security: ["ai-security-engineer"],
  governance: ["ai-governance-specialist", "ai-risk-engineer"],
  risk: ["ai-risk-engineer", "ai-governance-specialist"],
  data: ["outside-data"],
  software: ["outside-software", "ai-product-engineer", "agent-engineer", "ml-platform-engineer"],
  "product-manager": ["outside-ai-adjacent", "outside-other", "outside-data"],
  other: [],
};

/** Words that point a title at one of several kinds of work: "Software Engineer, AI Reliability". They widen what keeps its promise. */
const topics: readonly [word: RegExp, roles: readonly Role[]][] = [
  [/\b(infra\w*|clusters?|slurm|gpu|hpc|compute|storage|compiler|kernel|hardware|performance|optimi[sz]\w+|managed ai|inference|serving)\b/i, ["ai-infrastructure-engineer", "ml-platform-engineer", "inference-engineer"]],
  [/\b(plateforme|platforms?|pipelines?|ops|devops|sre|cloud|mlops)\b/i, ["ml-platform-engineer", "ai-infrastructure-engineer", "outside-software"]],
  [/\b(security|safety|red[- ]team\w*|trust|sécurité|sicherheit|guardrails?)\b/i, ["ai-security-engineer", "ai-reliability-engineer"]],
  [/\b(reliability|sre|observability|monitoring|llmops)\b/i, ["ai-reliability-engineer"]],
  [/\b(qa|quality|tests?|testing|evals?|evaluation|benchmark\w*)\b/i, ["evaluation-engineer"]],
  [/\b(deployed|deployment|customers?|consult\w*|solutions?|integration|field|partner)\b/i, ["ai-solutions-engineer"]],
  [/\b(agents?|agentic|automation|orchestration)\b/i, ["agent-engineer"]],
  [/\b(research\w*|r&d|recherche|forschung)\b/i, ["research-engineer", "research-scientist", "applied-scientist"]],
  [/\b(scientist|science|scientifique)\b/i, ["applied-scientist", "data-scientist", "ml-engineer", "research-scientist"]],
  [/\b(vision|nlp|speech|perception|machine learning|ml|deep learning|tal)\b/i, ["ml-engineer"]],
  [/\b(ai|ia|ki|gen ?ai|llms?|nlp)\b/i, ["ai-product-engineer", "llm-engineer", "ai-solutions-engineer"]],
  [/\b(data|bi|analytics|analyst|données|daten)\b/i, ["outside-data"]],
  [/\b(developer|full[- ]?stack|backend|frontend|software)\b/i, ["outside-software"]],
  [/\b(writer|trainer|analyst|specialist|operations|manager|strateg\w+)\b/i, ["outside-ai-adjacent", "outside-other"]],
];

const speaksOfAi = /\b(ai|ia|ki|ml|gen ?ai|llms?|machine learning|models?|agents?|agentic|gpu|hpc|slurm|clusters?|inference|data|vision|nlp|evals?)\b/i;

/**
 * The title's words for a role where the content's `role` would not keep their promise; null where the title promises nothing
 * or what it gives. "ML Engineer" over prompt work → the hit on "ML Engineer".
 */
export function brokenPromise(doc: Document, role: Role): Hit[] | null {
  const end = doc.sections[0]!.end;
  const said = promisesOf(doc, end);
  if (said.length === 0) return null;
  for (const hit of said) if (keeps[hit.id as Family].includes(role)) return null;
  const title = doc.text.slice(0, Math.min(end, 200));
  const [first] = said as [Hit];
  // The words of a single hit were judged above; the rest of the title may still point at the role.
  const points = first.id === "software" || said.length > 1 ? title : title.slice(0, first.start) + " ".repeat(first.end - first.start) + title.slice(first.end);
  // "QA Engineer" and "Site Reliability Engineer" promise work outside AI unless the title speaks of it.
  if (first.id === "software" && layerOf(role) !== "outside" && !speaksOfAi.test(points)) return said;
  return pointsAt(role, points, first.id === "data-scientist") ? null : said;
}

/** The roles that the title names, and whether each is what it means first: "AI Engineer" → AI product engineer first, then those of its layer whose work the title covers too. */
export function keptBy(doc: Document): [role: Role, isFirst: boolean][] {
  const named = new Map<Role, boolean>();
  const end = doc.sections[0]!.end;
  for (const { id } of promisesOf(doc, end)) {
    // A product manager's or seller's work is around AI only where the title says so.
    if (id === "product-manager" && !speaksOfAi.test(doc.text.slice(0, Math.min(end, 200)))) continue;
    const [first, ...others] = keeps[id as Family];
    if (first === undefined) continue;
    named.set(first, true);
    for (const role of others) if (layerOf(role) === layerOf(first) && !named.has(role)) named.set(role, false);
  }
  return [...named];
}

function pointsAt(role: Role, words: string, isDataScientist: boolean): boolean {
  for (const [word, roles] of topics) {
    // A data scientist's "AI" or "machine learning" is the tool of the trade, not another job.
    if (isDataScientist && (roles.includes("llm-engineer") || roles.includes("ml-engineer"))) continue;
    if (roles.includes(role) && word.test(words)) return true;
  }
  return false;
}

/** The title's promises. "Full-stack AI Engineer": the narrower word says what the software is. */
function promisesOf(doc: Document, end: number): Hit[] {
  let said: Hit[] = [];
  let isNarrow = false;
  for (const hit of hitsOf(doc, "title-role")) {
    if (hit.start >= end) break;
    if (hit.id === "other" || namesEmployer(doc, hit)) continue;
    if (hit.id !== "software" && !isNarrow) {
      isNarrow = true;
      said = [];
    }
    if (isNarrow === (hit.id !== "software")) said.push(hit);
  }
  return said;
}

/** "Receptionist at AI Engineer Academy": behind such a word stands who employs, up to the next sign that parts a title. */
function namesEmployer({ text }: Document, hit: Hit): boolean {
  return employer.test(text.slice(0, hit.start));
}

const employer = /(?:(?<=\p{L}\)?)\s(?:at|bei|beim|chez|bij)\s|@)(?:(?!\s-\s)[^,(|:·–—\n])*$/iu;
