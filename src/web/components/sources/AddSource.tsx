import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type SyntheticEvent, useState } from "react";
import { addSource } from "../../api-sources.ts";
import { shown } from "../../figures.ts";
import { useIsSample } from "../../is-sample.ts";
import { sourceWords } from "../../words/sources.ts";

const words = sourceWords.add;

/** Where the browser does not make a field as high as what is in it, rows do. */
const mostRows = 10;

/** Follows what a person types: boards by name and addresses that are looked at, one a line, or the list of AI employers; what is new is fetched at once where no refresh is under way (`busy`). What cannot be followed says why, in the server's words. */
export function AddSource({ withList, busy, onFollowed }: { withList: boolean; busy: boolean; onFollowed(names: string[]): void }) {
  const [text, setText] = useState("");
  const [waits, setWaits] = useState(false);
  const isSample = useIsSample();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: addSource,
    onSuccess: ({ added }, asked) => {
      // What was typed meanwhile stays.
      setText((typed) => (typed.trim() === asked ? "" : typed));
      // One refresh at a time: what is followed while one goes on is fetched by the next.
      setWaits(busy);
      if (added.length > 0 && !busy) onFollowed(added);
      return queries.invalidateQueries({ queryKey: ["sources"] });
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && !add.isPending) add.mutate(text.trim());
  };
  return (
    <form className="add-source" onSubmit={submit}>
      <label htmlFor="add-source">{words.label}</label>
      <div className="add-line">
        <textarea id="add-source" className="field" rows={Math.min(mostRows, text.split("\n").length)} value={text} placeholder={words.placeholder} spellCheck={false} autoCapitalize="off" autoComplete="off" aria-describedby="add-about" onChange={(event) => setText(event.currentTarget.value)} onKeyDown={onKeyDown} />
        <button type="submit" className="button" disabled={text.trim() === "" || add.isPending}>
          {words.button}
        </button>
        {withList && (
          <button type="button" className="plain" disabled={add.isPending} onClick={() => add.mutate(words.listWord)}>
            {words.list}
          </button>
        )}
      </div>
      <output className="add-said">{add.isPending ? words.looking(linesOf(add.variables)) : add.data === undefined ? "" : saidOf(add.data, waits)}</output>
      {add.error !== null && (
        <p role="alert" className="add-said refused">
          <b>{words.failed}.</b> {shown(add.error.message)}
        </p>
      )}
      <p id="add-about" className="soft">
        {words.about}
        {isSample && ` ${words.sample}`}
      </p>
    </form>
  );
}

/** The lines that are looked at. */
function linesOf(text: string): number {
  return text.split("\n").filter((line) => line.trim() !== "").length;
}

function saidOf({ names, added }: { names: string[]; added: string[] }, waits: boolean): string {
  if (added.length > 0) return (waits ? words.waits : words.added)(added.length, shown(added[0]!));
  return names.length === 1 ? words.known(shown(names[0]!)) : words.allKnown;
}
