/** What makes two vacancies near, and how much each counts for; together 100. A neighbouring level counts half, as does another place of the same region. */
export const nearestWeights = { role: 35, seniority: 15, place: 15, skills: 35 } as const;

/** The same of a posting beside another of its role, where all that both say is known: how much skills named by both, the mix over the layers and the level count for. */
export const similarWeights = { skills: 65, mix: 25, level: 10 } as const;
