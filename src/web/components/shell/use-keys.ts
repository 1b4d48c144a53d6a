import { useEffect, useEffectEvent } from "react";
import { pages } from "../../pages.ts";
import { focusFilter, focusRow } from "./rows.ts";
import { singleKeysOn } from "./single-keys.ts";

type Doing = { find(): void; help(): void; go(to: (typeof pages)[number]["to"]): void };

/** How long `g` waits for the letter after it. */
const chordMs = 1500;

/** The keys of every page: ⌘K or Ctrl-K, `?`, `/`, `j` and `k`, `g` and a page's letter. Nothing but the first while somebody is typing, or a dialog is open. */
export function useKeys(doing: Doing): void {
  const press = useEffectEvent((event: KeyboardEvent, afterG: boolean): boolean => {
    if ((event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") return done(event, doing.find);
    if (event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey || !singleKeysOn() || isTyping(event.target) || document.querySelector("dialog[open]") !== null) return false;
    const page = afterG ? pages.find(({ key }) => key === event.key) : undefined;
    if (page !== undefined) return done(event, () => doing.go(page.to));
    if (event.key === "?") return done(event, doing.help);
    if (event.key === "/") return done(event, focusFilter);
    if (event.key === "j") return done(event, () => focusRow(1));
    if (event.key === "k") return done(event, () => focusRow(-1));
    return event.key === "g";
  });
  useEffect(() => {
    let gAt = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      const afterG = event.timeStamp - gAt < chordMs;
      gAt = press(event, afterG) && event.key === "g" && !afterG ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** The key is ours: the browser's own meaning of it (quick find, the address bar) is not wanted here. */
function done(event: KeyboardEvent, act: () => unknown): true {
  event.preventDefault();
  act();
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select"));
}
