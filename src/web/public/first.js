// Before anything is painted: light or dark, as chosen here or as the system has it.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem("strata-color-scheme");
  } catch {}
  const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
}
// Zod would try out whether it may make functions from text. Our policy refuses that, and counts the try as a violation.
// oxlint-disable-next-line no-underscore-dangle -- the name is Zod's
globalThis.__zod_globalConfig = { jitless: true };
