/** The folder of the package, where `data/` lies: above `src` in a checkout, above `dist` where built. */
export function packageRoot(): URL {
  return rootAbove(import.meta.url);
}

/**
 * `rootAbove("file:///opt/strata/dist/chunks/a.js")` → `file:///opt/strata/`
 * By the last folder named so: neither `src` nor `dist` has another of them inside.
 */
export function rootAbove(module: string): URL {
  const at = Math.max(module.lastIndexOf("/src/"), module.lastIndexOf("/dist/"));
  if (at < 0) throw new Error(`${module} lies neither under src nor under dist, so the package's data/ cannot be found from it`);
  return new URL(module.slice(0, at + 1));
}
