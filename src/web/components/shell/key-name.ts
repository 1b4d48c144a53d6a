/** A key as this machine's keyboard has it: `keyName("mod+K")` → `"⌘K"` on an Apple, `"Ctrl K"` elsewhere. */
export function keyName(key: string): string {
  return key.replace("mod+", /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl ");
}
