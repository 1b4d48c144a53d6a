import { type Draft, emptyDraft } from "./messages.ts";

/** An invented description with most of what goes wrong in real ones. No such employer or opening exists. */
export const example: Draft = {
  ...emptyDraft,
  title: "Senior Data Scientist",
  company: "Invented Works",
  location: "New York, NY (remote)",
  text: `This is an invented example: no such employer or opening exists.

About us
Invented Works sells planning software to shipping companies. We are a dynamic team of go-getters in a fast-paced environment.

What you will do
- Own our ML platform: training pipelines, model deployment and model serving on Kubernetes
- Run the feature store and the model registry for six product teams
- Build the evaluation harness and LLM evals that tell us when an answer of the assistant got worse
- Ship the support assistant, a RAG application with prompts and agents, together with the product team
- Turn customer requests into product features: prototypes, prompts, agents and tool calling
- Measure hallucination and regression of every model release with benchmarks and human evaluation
- Research and train new forecasting models with PyTorch, from deep learning baselines to production

What you bring
- 8+ years of experience with Python, PyTorch, Kubernetes, Terraform, Kafka and React
- PhD in computer science, statistics or a related quantitative field
- AWS or TensorFlow certification
- A self-starter who hits the ground running and wears many hats

Nice to have
- Experience with vLLM or Triton
- Publications at NeurIPS or ICML

What we offer
- A competitive salary and a generous bonus
- Fully remote, with three days a week in our office in Brooklyn
`,
};
