"use client";
// Dialogs on the native <dialog>: a bottom sheet on phones, a card or a side drawer on wider screens.
// The browser traps focus, answers Esc and returns focus to what opened it; `open` is the only truth.
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { keepFocus } from "./focus";
import { IconButton } from "./icon-button";

/**
 * A modal sheet. `onClose` is called on Esc, the backdrop and the close button: set `open` to false there.
 * `footer` stays in sight while the body scrolls. `dismissable={false}` leaves closing to your own buttons.
 */
export function Sheet({
  open,
  onClose,
  title,
  children,
  footer,
  placement = "center",
  wide,
  dismissable = true,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  placement?: "center" | "side";
  wide?: boolean;
  dismissable?: boolean;
}) {
  const t = useTranslations("common");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  const opener = useRef<Element | null>(null);

  // A dialog that is taken off the page while it is open was never closed: then the browser does not give the focus back.
  useEffect(() => {
    if (!open) return;
    const element = dialog.current;
    opener.current = document.activeElement;
    return () => {
      if (!element?.isConnected) keepFocus(opener.current);
    };
  }, [open]);

  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open && element?.open) {
      element.close();
      keepFocus(opener.current);
    }
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is the backdrop's; Esc is the keyboard's way out
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      data-placement={placement}
      data-wide={wide || undefined}
      className="sheet"
      onCancel={(event) => {
        event.preventDefault();
        if (dismissable && event.target === event.currentTarget) onClose();
      }}
      onClick={(event) => {
        if (dismissable && event.target === event.currentTarget) onClose();
      }}
      onClose={() => open && onClose()}
    >
      {/* Fills the dialog, so that a click on the dialog itself is a click on the backdrop. */}
      <div className="flex min-h-0 flex-1 flex-col">
        <div className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-5">
          <h2 id={titleId} className="min-w-0 py-1.5 text-lg">
            {title}
          </h2>
          {dismissable && (
            <IconButton label={t("close")} icon={<X aria-hidden className="size-5" />} onClick={onClose} />
          )}
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{open && children}</div>
        {footer && (
          <div className="safe-bottom flex flex-wrap justify-end gap-2 border-t border-line px-5 pt-3">
            {footer}
          </div>
        )}
      </div>
    </dialog>
  );
}
