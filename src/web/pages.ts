/** The pages that there are, in the order of the navigation; `key` follows `g`. A page is named here once it can be opened. */
export const pages = [
  { to: "/", name: "Market", key: "m" },
  { to: "/brief", name: "Brief", key: "b" },
  { to: "/skills", name: "Skills", key: "s" },
  { to: "/employers", name: "Employers", key: "e" },
  { to: "/sources", name: "Sources", key: "o" },
] as const satisfies readonly { to: string; name: string; key: string }[];
