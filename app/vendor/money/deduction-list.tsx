// One account with every deduction under its own name. What is nothing is left out; commission is always there.
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { PARTS, type Sums, signedPart } from "./deductions";

/** `commission` says at which rate it was taken; `net` is what the parts add up to. */
export function Deductions({ sums, net, commission }: { sums: Sums; net: number; commission?: string }) {
  const t = useTranslations("vendor.money");
  return (
    <dl className="grid gap-1">
      {PARTS.map((part) => {
        const minor = signedPart(sums, part);
        if (minor === 0 && part.name !== "commission") return null;
        return (
          <div key={part.name} className="flex items-baseline justify-between gap-3">
            <dt className="min-w-0 text-ink-2">
              {t(`parts.${part.name}`)}
              {part.name === "commission" && commission && (
                <span className="text-sm text-ink-3"> · {commission}</span>
              )}
            </dt>
            <dd>
              <Money minor={minor} />
            </dd>
          </div>
        );
      })}
      <div className="flex justify-between gap-3 border-t border-line pt-1.5 font-semibold">
        <dt>{t("parts.net")}</dt>
        <dd>
          <Money minor={net} />
        </dd>
      </div>
    </dl>
  );
}
