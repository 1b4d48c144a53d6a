import { countQuestion } from "./count-answer.ts";

export const domainsQuestion = countQuestion({ by: "domain", title: "Domains", about: "Domains: which specialisation the work requires" });
