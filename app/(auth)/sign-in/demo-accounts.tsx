"use client";
// The local demo's accounts, one button each. The server decides whether they are shown; a real site never does.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

const PASSWORD = "kapgel-demo";
const accounts = [
  { role: "customer", email: "customer@kapgel.test" },
  { role: "vendor_admin", email: "vendor@kapgel.test" },
  { role: "courier", email: "courier@kapgel.test" },
  { role: "admin", email: "admin@kapgel.test" },
] as const;

/** `onChoose` gets the account's e-mail and password. */
export function DemoAccounts({
  onChoose,
}: {
  onChoose: (account: { email: string; password: string }) => void;
}) {
  const t = useTranslations("auth");
  return (
    <section className="mt-5 grid gap-3 rounded-lg border border-dashed border-line-control p-4">
      <div>
        <h2 className="text-base">{t("demoTitle")}</h2>
        <p className="text-sm text-ink-2">{t("demoHint")}</p>
      </div>
      <div className="grid grid-cols-2 gap-2">
        {accounts.map(({ role, email }) => (
          <Button
            key={role}
            variant="secondary"
            size="sm"
            onClick={() => onChoose({ email, password: PASSWORD })}
          >
            {t(`role.${role}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
