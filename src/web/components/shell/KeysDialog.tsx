import { pages } from "../../pages.ts";
import { shellWords } from "../../words/shell.ts";
import { Dialog } from "./Dialog.tsx";
import { keyName } from "./key-name.ts";
import { setSingleKeys, useSingleKeys } from "./single-keys.ts";

const words = shellWords.help;

/** Every key there is, and the switch that turns those without a modifier off. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const on = useSingleKeys();
  return (
    <Dialog label={words.title} className="keys" onClose={onClose}>
      <h2>{words.title}</h2>
      <dl>
        {[...words.rows, ...pages.map((page) => [["g", page.key], words.go(page.name)] as const)].map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{keyName(key)}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="switch">
        <input type="checkbox" role="switch" aria-checked={on} checked={on} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />
        {words.single}
      </label>
      <p className="soft">{words.singleAbout}</p>
      <button type="button" className="plain" onClick={onClose}>
        {words.close}
      </button>
    </Dialog>
  );
}
