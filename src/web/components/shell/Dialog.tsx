import { type ReactNode, useLayoutEffect, useRef } from "react";

type Props = { label: string; className?: string; onClose(): void; children: ReactNode };

/** The browser's own modal dialog: it keeps the focus in, makes the rest inert, closes on Esc and gives the focus back. A press beside it closes it too. */
export function Dialog({ label, className = "", onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it is taken out of the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    return () => shown?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Esc is the key for it
    <dialog ref={dialog} aria-label={label} className={`dialog ${className}`} onCancel={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
