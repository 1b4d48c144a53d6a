import { expect, test } from "vitest";
import type { Role } from "../../terms/role.ts";
import { makeDocument } from "../layout.ts";
import { brokenPromise } from "./title-role.ts";

/** Titles under which each role is advertised: none of them says something else than its own work. */
const aliases: [role: Role, titles: string][] = [
  ["ai-infrastructure-engineer", "AI Infrastructure Engineer|ML Infrastructure Engineer|GenAI Infrastructure Engineer|GPU Cluster Engineer|HPC Engineer (AI)|HPC Engineer|AI Compute Engineer|Distributed Training Infrastructure Engineer|AI Infrastructure Architect|KI-Infrastruktur-Ingenieur|ML Infrastructure Lead|GPU Infrastructure Engineer|AI Infra Engineer|Software Engineer, AI Infrastructure|Infrastructure Engineer, AI"],
  ["inference-engineer", "Inference Engineer|Model Serving Engineer|ML Performance Engineer|ML Kernel Engineer|ML Compiler Engineer|GPU Kernel Engineer|LLM Inference Engineer|Member of Technical Staff, Inference|Software Engineer, Inference|AI Performance Engineer|Model Optimization Engineer|Deep Learning Compiler Engineer|Performance Engineer, ML|CUDA Kernel Engineer|AI Inference Engineer"],
  ["ml-platform-engineer", "MLOps Engineer|MLOps Specialist|ML Platform Engineer|AI Platform Engineer|MLOps Platform Architect|Feature Store Engineer|Machine Learning Platform Engineer|ML Ops Engineer|Machine Learning Operations Engineer|Machine Learning Infrastructure Engineer|ML Systems Engineer|Software Engineer, ML Platform|Ingénieur MLOps|MLOps-Ingenieur|Data & ML Platform Engineer|AI/ML Platform Engineer|DevOps Engineer, Machine Learning"],
  ["evaluation-engineer", "Evaluation Engineer|Evals Engineer|AI Quality Engineer|AI QA Engineer|AI QA Infrastructure Engineer|AI Test Engineer|LLM Evaluation Engineer|Model Evaluation Engineer|AI Evaluation Specialist|AI Testing Engineer|Evaluation Scientist|Software Engineer, Evals|KI-Testingenieur|Ingénieur évaluation IA|Test Engineer, AI"],
  ["ai-reliability-engineer", "AI Reliability Engineer|LLMOps Specialist|LLMOps Engineer|AI SRE|AI Observability Engineer|LLM Reliability Engineer|ML Reliability Engineer|Site Reliability Engineer, AI|AI Operations Engineer|AIOps Engineer"],
  ["ai-security-engineer", "AI Security Engineer|AI Red Team Engineer|AI Red Teamer|AI Safety Engineer|Adversarial ML Engineer|LLM Security Engineer|AI Security Researcher|Security Engineer, AI|AI Safety Researcher|ML Security Engineer|Red Team Engineer, AI"],
  ["ai-product-engineer", "AI Engineer|Applied AI Engineer|AI Product Engineer|Software Engineer (AI features)|Full-stack AI Engineer|AI Software Engineer|AI Developer|AI/ML Engineer|Software Engineer, AI|Generative AI Engineer|GenAI Engineer|KI-Entwickler|Ingénieur IA|AI Application Engineer|AI Application Developer|Product Engineer, AI|Founding AI Engineer|KI-Softwareentwickler|LLM Engineer|LLM Application Engineer|AI Full Stack Developer|Artificial Intelligence Engineer"],
  ["llm-engineer", "LLM Engineer|Generative AI Engineer|NLP/LLM Specialist|RAG Engineer|NLP Engineer|Gen AI Engineer|Large Language Model Engineer|AI Engineer (LLM)|GenAI Developer|GenAI Specialist|LLM Developer|Ingénieur LLM|LLM-Ingenieur|NLP Specialist|AI/LLM Engineer|Generative AI Developer|Generative AI Specialist"],
  ["agent-engineer", "Agent Engineer|Agentic AI Engineer|AI Orchestration Engineer|AI Automation Engineer|AI Agent Engineer|AI Agent Developer|Agentic Engineer|Software Engineer, Agents|AI Agents Engineer|AI Workflow Engineer|Automation Engineer, AI|AI Engineer, Agents"],
  ["prompt-engineer", "Prompt Engineer|LLM Prompt Engineer|Conversation Designer|Conversational AI Designer|Prompt Specialist|AI Prompt Engineer|Prompt-Ingenieur|Prompt Writer"],
  ["ai-solutions-engineer", "Forward Deployed Engineer|Forward Deployed AI Engineer|AI Solutions Engineer|AI Solutions Architect|Enterprise AI Integration Engineer|AI Consultant|Solutions Architect, AI|AI Deployment Engineer|Generative AI Consultant|GenAI Consultant|AI Integration Engineer|AI Implementation Engineer|Forward Deployed Software Engineer|Customer Engineer, AI|AI Solution Architect|Applied AI Engineer, Deployed|Senior AI Consultant"],
  ["ml-engineer", "Machine Learning Engineer|ML Engineer|ML Software Engineer|Computer Vision Engineer|NLP Engineer|Speech Engineer|Recommender Systems Engineer|Deep Learning Engineer|Software Engineer, Machine Learning|AI/ML Engineer|Machine Learning Developer|Ingénieur Machine Learning|Machine-Learning-Ingenieur|Perception Engineer|Machine Learning Scientist|MLE|Ingénieur Deep Learning|Software Engineer, ML"],
  ["data-scientist", "Data Scientist|Decision Scientist|Quantitative Modeller|Data Science Consultant|Data Scientist (m/w/d)|Lead Data Scientist|Data Scientist, NLP|Product Data Scientist|Data-Scientist|Datawetenschapper|Scientifique des données"],
  ["applied-scientist", "Applied Scientist|Applied Researcher|AI Scientist|ML Scientist|Applied Research Scientist|Applied AI Scientist|Machine Learning Scientist|Applied ML Scientist|Senior Applied Scientist"],
  ["research-engineer", "Research Engineer|Member of Technical Staff (research)|Training Engineer|AI Research Engineer|ML Research Engineer|Pre-training Engineer|Post-training Engineer|Research Software Engineer|Ingénieur de recherche|Research Engineer, Machine Learning|RL Engineer|Reinforcement Learning Engineer"],
  ["research-scientist", "Research Scientist|AI Research Scientist|ML Research Scientist|Researcher|AI Researcher|Postdoc (ML)|Machine Learning Researcher|Postdoctoral Researcher|Chercheur en IA|Wissenschaftlicher Mitarbeiter KI|Research Fellow|Research Scientist, LLM"],
  ["ai-governance-specialist", "AI Governance Specialist|AI Ethics Specialist|AI Policy Manager|Responsible AI Specialist|AI Compliance Officer|AI Auditor|AI Governance Lead|Responsible AI Lead|AI Governance Manager|KI-Governance-Spezialist|Chargé de conformité IA|AI Policy Analyst|Head of Responsible AI|AI Compliance Manager"],
  ["ai-risk-engineer", "AI Risk Engineer|AI Risk Infrastructure Engineer|Model Risk Analyst|Model Validation Analyst|Explainability Engineer|Model Risk Manager|Model Validator|AI Risk Specialist|Model Validation Specialist|AVP Model Validation"],
  ["outside-data", "Data Engineer|Analytics Engineer|Data Analyst|BI Developer|Business Intelligence Analyst|Data Architect|BI Engineer|ETL Developer|Big Data Engineer|Dateningenieur"],
  ["outside-software", "Software Engineer|Backend Engineer|Frontend Engineer|Platform Engineer|SRE|DevOps Engineer|Security Engineer|QA Engineer|Hardware Engineer|Full Stack Developer|Software Developer|Softwareentwickler|Site Reliability Engineer|Mobile Engineer|Embedded Engineer|Cloud Engineer"],
  ["outside-ai-adjacent", "AI Product Manager|AI Program Manager|AI Sales Manager|AI Trainer|Data Annotator|AI Educator|AI Recruiter|AI Marketing Manager|AI Project Manager|AI Tutor|Product Manager, AI|AI Content Writer|AI Strategist"],
];

const broken = (title: string, role: Role): boolean => brokenPromise(makeDocument({ title, description_text: "We are a small team and you will work with us on the product." }), role) !== null;

test.each(aliases.flatMap(([role, titles]) => titles.split("|").map((title): [string, Role] => [title, role])))("%s is a name of %s", (title, role) => {
  expect(broken(title, role)).toBe(false);
});

test.each<[string, Role]>([
  ["NLP Engineer", "data-scientist"],
  ["NLP Engineer", "outside-data"],
  ["Recommender Systems Engineer", "outside-data"],
  ["Research Software Engineer", "outside-data"],
  ["AI Risk Infrastructure Engineer", "ai-product-engineer"],
  ["Prompt Engineer", "ml-engineer"],
  ["Data Engineer", "ml-engineer"],
])("%s is no name of %s", (title, role) => {
  expect(broken(title, role)).toBe(true);
});
