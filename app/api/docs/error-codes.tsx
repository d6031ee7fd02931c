// Every machine code the API answers with, its HTTP status, and what a person is told.
import { useTranslations } from "next-intl";
import { Scroller } from "@/components/ui/scroller";
import { STATUS_OF } from "@/lib/platform/errors";

const ENVELOPE = `{
  "error": "Start your shift first.",
  "code": "COURIER_OFFLINE",
  "details": {},
  "request_id": "3f2b8c1e-5a47-4d0b-9c66-0a1b2c3d4e5f"
}`;

export function ErrorCodes() {
  const t = useTranslations("admin.docs");
  const tError = useTranslations("errors");
  return (
    <section id="errors" className="grid grid-cols-1 gap-3">
      <h2 className="text-xl">{t("errors")}</h2>
      <p className="text-ink-2">{t("errorsIntro")}</p>
      <Scroller label={t("example")} className="rounded-md bg-surface-2">
        <pre className="w-max p-3 font-mono text-sm">{ENVELOPE}</pre>
      </Scroller>
      <Scroller label={t("errors")} className="rounded-md border border-line bg-surface">
        <table className="w-full min-w-lg text-left text-sm">
          <thead className="bg-surface-2 text-ink-2">
            <tr>
              <th scope="col" className="px-3 py-2 font-semibold">
                {t("status")}
              </th>
              <th scope="col" className="px-3 py-2 font-semibold">
                {t("code")}
              </th>
              <th scope="col" className="px-3 py-2 font-semibold">
                {t("meaning")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line align-top">
            {Object.entries(STATUS_OF).map(([code, status]) => (
              <tr key={code}>
                <td className="px-3 py-1.5 font-mono">{status}</td>
                <td className="px-3 py-1.5 font-mono font-semibold">{code}</td>
                <td className="px-3 py-1.5 text-ink-2">{meaning(code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );

  function meaning(code: string): string {
    const known = code as "INTERNAL";
    return tError.has(known) ? tError(known) : "";
  }
}
