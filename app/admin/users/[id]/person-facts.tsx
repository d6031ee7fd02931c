// Who it is and what they have here.
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import type { Person } from "@/lib/desk/schema";
import { telephoneUrl } from "@/lib/format/telephone";

export function PersonFacts({ person }: { person: Person }) {
  const t = useTranslations("desk.person");
  const facts: [string, ReactNode][] = [
    [
      t("email"),
      <a
        key="email"
        href={`mailto:${person.email}`}
        className="inline-flex min-h-11 items-center break-all text-brand-ink hover:underline"
      >
        {person.email}
      </a>,
    ],
    [
      t("phone"),
      person.phone ? (
        <a
          key="phone"
          href={telephoneUrl(person.phone)}
          className="inline-flex min-h-11 items-center text-brand-ink hover:underline"
        >
          {person.phone}
        </a>
      ) : (
        "–"
      ),
    ],
    [t("language"), t(`languages.${person.locale}`)],
    [t("since"), <Clock key="since" at={person.created_at} date />],
    [t("addresses"), person.address_count],
    [t("wallet"), person.wallet ? <Money key="wallet" minor={person.wallet.balance_minor} /> : t("noWallet")],
  ];
  return (
    <Card className="grid gap-2">
      <h2 className="text-lg">{t("facts")}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="text-right font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {person.vendors.length > 0 && (
        <ul aria-label={t("vendors")} className="border-t border-line pt-2">
          {person.vendors.map((vendor) => (
            <li key={`${vendor.id} ${vendor.as}`}>
              <Link
                href={`/admin/vendors?q=${encodeURIComponent(vendor.name)}`}
                className="inline-flex min-h-11 items-center font-semibold text-brand-ink hover:underline"
              >
                {t(`as.${vendor.as}`, { name: vendor.name })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
