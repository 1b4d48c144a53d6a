/** A command, or some joined by `&&`, as it means this market from a terminal: with the flag that the page was served with. `commandHere("strata import FILE")` → `"strata import FILE --data emptymk"` */
export function commandHere(command: string): string {
  const flag = document.querySelector<HTMLMetaElement>("meta[name=strata-data]")?.content ?? "";
  return command
    .split(" && ")
    .map((one) => one + flag)
    .join(" && ");
}
