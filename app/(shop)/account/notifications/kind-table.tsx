// Kinds × channels. A cell is a checkbox whose whole square can be hit.
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Preferences } from "@/lib/notifications/schema";

type Row = Preferences["kinds"][number];
const CHANNELS = ["in_app", "push", "email"] as const;

/** `onChange` gets the row as it is to be. */
export function KindTable({ kinds, onChange }: { kinds: Row[]; onChange: (row: Row) => void }) {
  const t = useTranslations("notifications");
  const noteId = useId();
  const isNoted = (row: Row, channel: string) => channel === "email" && row.email_is === "fallback";
  return (
    <>
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th scope="col" className="py-2 text-left font-medium">
              {t("preferences.kind")}
            </th>
            {CHANNELS.map((channel) => (
              <th key={channel} scope="col" className="w-14 py-2 font-medium whitespace-nowrap sm:w-20">
                {t(`preferences.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {kinds.map((row) => (
            <tr key={row.kind}>
              <th scope="row" className="py-2 pr-2 text-left font-normal">
                {t(`kinds.${row.kind}`)}
                {row.urgent && <span className="block text-sm text-ink-3">{t("preferences.urgent")}</span>}
              </th>
              {CHANNELS.map((channel) => (
                <td key={channel} className="p-0 text-center text-ink-3">
                  {channel === "email" && row.email_is === null ? (
                    <>
                      <span aria-hidden>–</span>
                      <span className="sr-only">{t("preferences.emailNever")}</span>
                    </>
                  ) : (
                    <label className="relative grid min-h-12 cursor-pointer place-items-center">
                      <span className="sr-only">
                        {t("preferences.choice", {
                          kind: t(`kinds.${row.kind}`),
                          channel: t(`preferences.${channel}`),
                        })}
                      </span>
                      <input
                        type="checkbox"
                        className="size-5 accent-brand-ink"
                        aria-describedby={isNoted(row, channel) ? noteId : undefined}
                        checked={row[channel]}
                        onChange={(event) => onChange({ ...row, [channel]: event.target.checked })}
                      />
                      {isNoted(row, channel) && (
                        <span aria-hidden className="absolute top-2 right-1.5 sm:right-4">
                          *
                        </span>
                      )}
                    </label>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm text-ink-3">
        <span aria-hidden>* </span>
        <span id={noteId}>{t("preferences.emailFallback")}</span>
      </p>
    </>
  );
}
