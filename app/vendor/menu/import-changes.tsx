// What a line of a file changes, field by field: what was, crossed out, and what will be.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/money";
import type { ImportLine } from "@/lib/catalog/menu-desk";
import type { Named } from "./named";

export function ImportChanges({ line, branches }: { line: ImportLine; branches: Named[] }) {
  const t = useTranslations("vendor.menu");
  const file = useTranslations("vendor.menu.file");
  const { changes, stock } = line;
  const onSale = (on: boolean | undefined) =>
    on === undefined ? undefined : on ? t("available") : t("unavailable");
  const count = (quantity: number | null) => (quantity === null ? t("unlimited") : quantity);
  const money = (minor: number | undefined) => minor !== undefined && <Money minor={minor} />;
  return (
    <dl className="grid gap-x-3 text-sm sm:grid-cols-[10rem_1fr]">
      {changes.category && <Change name={t("fields.category_id")} {...changes.category} />}
      {changes.name?.from && <Change name={t("fields.name")} {...changes.name} />}
      {changes.description && (
        <Change
          name={t("fields.description")}
          from={changes.description.from}
          to={changes.description.to || file("empty")}
        />
      )}
      {changes.price_minor && (
        <Change
          name={t("fields.price_minor")}
          from={money(changes.price_minor.from)}
          to={money(changes.price_minor.to)}
        />
      )}
      {changes.available && (
        <Change
          name={t("fields.available")}
          from={onSale(changes.available.from)}
          to={onSale(changes.available.to)}
        />
      )}
      {stock.map(({ branch_id, from, to }) => (
        <Change
          key={branch_id}
          name={file("stock", { branch: branches.find(({ id }) => id === branch_id)?.name ?? "" })}
          from={line.verdict === "change" && count(from)}
          to={count(to)}
        />
      ))}
    </dl>
  );
}

function Change({ name, from, to }: { name: string; from?: ReactNode; to: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 break-words">
        {from && <del className="mr-2 text-ink-3">{from}</del>}
        <ins className="font-medium no-underline">{to}</ins>
      </dd>
    </>
  );
}
