/** What the Employers page says. */
export const employerWords = {
  title: "Employers",
  heading: "Who hires for AI work",
  list: {
    title: "Employers by vacancies",
    about: "What each has open and had open in view. An employer’s share here is what it posts; in every other figure none counts for more than a tenth, so that one board cannot be the market.",
    capped: (n: string, most: string) => `One employer counts for no more than ${most} of a share, or than twice an even share where few are in the view; ${n === "0" ? "here none counts for less than it posts" : n === "1" ? "here 1 counts for less than it posts" : `here ${n} count for less than they post`}.`,
    none: "No vacancy in view names its employer.",
    columns: { employer: "Employer", n: "Vacancies", share: "Share of view", mix: "Layers", roles: "Largest roles", pay: "State pay", open: "Median open" },
    more: "Show more",
    shown: (n: string, all: string) => `${n} of ${all} employers`,
    openFew: (n: number) => `too few: ${n} watched`,
    openFewWhy: "fewer than ten were watched at some step of the curve",
  },
  detail: {
    all: "All employers",
    loading: "Loading the employer",
    unknown: (name: string) => `No employer called “${name}” has vacancies in view.`,
    roles: { title: "Roles, by content", about: "What its vacancies describe.", columns: { role: "Role", n: "n", share: "Share" }, none: "None in view." },
    titles: { title: "Titles against content", about: "What its titles say, and what the vacancies under them are by content.", columns: { title: "Title", n: "n", content: "By content" }, none: "None in view." },
    summary: (n: string, share: string, pay: string) => `${n} in view · ${share} of it · ${pay} state pay`,
  },
} as const;
