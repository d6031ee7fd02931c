"use client";
// What the keyboard can do on the board.
import { useTranslations } from "next-intl";
import { Sheet } from "@/components/ui/sheet";

const keys = [
  { keys: ["←", "↑", "↓", "→"], text: "move" },
  { keys: ["Enter"], text: "open" },
  { keys: ["O"], text: "next" },
  { keys: ["R"], text: "end" },
  { keys: ["K"], text: "courier" },
  { keys: ["G"], text: "seen" },
  { keys: ["Y"], text: "print" },
  { keys: ["?"], text: "help" },
] as const;

export function Shortcuts({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("vendor.keys");
  return (
    <Sheet open={open} onClose={onClose} title={t("title")}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-3">
        {keys.map((row) => (
          <div key={row.text} className="contents">
            <dt className="flex gap-1">
              {row.keys.map((key) => (
                <kbd
                  key={key}
                  className="grid min-w-7 place-items-center rounded-sm border border-line-control px-1.5 py-0.5 text-sm"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(row.text)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
