import { z } from "zod";

/** 128 random bits, as text that fits an address. */
export const SecretId = z.string().regex(/^[A-Za-z0-9_-]{22}$/, "an id is 22 letters, digits, - and _");
