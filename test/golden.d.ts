import { z } from "zod";
import { Posting } from "../src/terms/posting.ts";
/** What a person found in a posting of data/sample, by the taxonomy. `skills` must be found and may be more; `notSkills` are words of the text that must not be taken for skills. */
export declare const Facts: z.ZodObject<{
    id: z.ZodString;
    role: z.ZodEnum<{
        "agent-engineer": "agent-engineer";
        "ai-governance-specialist": "ai-governance-specialist";
        "ai-infrastructure-engineer": "ai-infrastructure-engineer";
        "ai-product-engineer": "ai-product-engineer";
        "ai-reliability-engineer": "ai-reliability-engineer";
        "ai-risk-engineer": "ai-risk-engineer";
        "ai-security-engineer": "ai-security-engineer";
        "ai-solutions-engineer": "ai-solutions-engineer";
        "applied-scientist": "applied-scientist";
        "data-scientist": "data-scientist";
        "evaluation-engineer": "evaluation-engineer";
        "inference-engineer": "inference-engineer";
        "llm-engineer": "llm-engineer";
        "ml-engineer": "ml-engineer";
        "ml-platform-engineer": "ml-platform-engineer";
        "outside-ai-adjacent": "outside-ai-adjacent";
        "outside-data": "outside-data";
        "outside-other": "outside-other";
        "outside-software": "outside-software";
        "prompt-engineer": "prompt-engineer";
        "research-engineer": "research-engineer";
        "research-scientist": "research-scientist";
    }>;
    layer: z.ZodEnum<{
        evaluation: "evaluation";
        governance: "governance";
        infrastructure: "infrastructure";
        model: "model";
        outside: "outside";
        product: "product";
    }>;
    seniority: z.ZodEnum<{
        director: "director";
        entry: "entry";
        intern: "intern";
        lead: "lead";
        manager: "manager";
        mid: "mid";
        senior: "senior";
    }>;
    workplace: z.ZodNullable<z.ZodEnum<{
        hybrid: "hybrid";
        onsite: "onsite";
        remote: "remote";
    }>>;
    countries: z.ZodArray<z.ZodString>;
    pay: z.ZodArray<z.ZodObject<{
        min: z.ZodNullable<z.ZodNumber>;
        max: z.ZodNullable<z.ZodNumber>;
        currency: z.ZodString;
        period: z.ZodEnum<{
            day: "day";
            hour: "hour";
            month: "month";
            week: "week";
            year: "year";
        }>;
        kind: z.ZodEnum<{
            base: "base";
            total: "total";
            unspecified: "unspecified";
        }>;
    }, z.core.$strip>>;
    years: z.ZodNullable<z.ZodNumber>;
    degree: z.ZodNullable<z.ZodEnum<{
        bachelor: "bachelor";
        master: "master";
        none: "none";
        phd: "phd";
    }>>;
    production: z.ZodBoolean;
    visa: z.ZodNullable<z.ZodEnum<{
        offered: "offered";
        refused: "refused";
    }>>;
    domain: z.ZodNullable<z.ZodEnum<{
        advertising: "advertising";
        "autonomous-driving": "autonomous-driving";
        climate: "climate";
        commerce: "commerce";
        education: "education";
        finance: "finance";
        gaming: "gaming";
        geospatial: "geospatial";
        health: "health";
        hr: "hr";
        industrial: "industrial";
        legal: "legal";
        "life-science": "life-science";
        nlp: "nlp";
        "public-sector": "public-sector";
        recommendation: "recommendation";
        robotics: "robotics";
        security: "security";
        speech: "speech";
        vision: "vision";
    }>>;
    language: z.ZodString;
    skills: z.ZodObject<{
        required: z.ZodArray<z.ZodString>;
        preferred: z.ZodArray<z.ZodString>;
    }, z.core.$strict>;
    notSkills: z.ZodArray<z.ZodString>;
    mismatch: z.ZodBoolean;
    conflated: z.ZodBoolean;
}, z.core.$strict>;
export type Facts = z.infer<typeof Facts>;
export type Golden = {
    slug: string;
    posting: Posting;
    facts: Facts;
};
/** One fact that the reader sees otherwise. `field` is unique in a posting: "pay", "skill Python". */
export type Miss = {
    slug: string;
    field: string;
    expected: string;
    got: string;
};
/** The invented postings with their facts, by name. */
export declare function findGolden(): Golden[];
/** Misses that are known, each with its reason: slug → field → reason. */
export declare function findKnown(): Map<string, Map<string, string>>;
/** Writes the list of known misses again without those that are no more; comments at its top stay. */
export declare function pruneKnown(stillMissed: (slug: string, field: string) => boolean): number;
/** Where the reading of a posting differs from its facts, field by field. */
export declare function findMisses({ slug, posting, facts }: Golden): Miss[];
