// What something costs; where that is less than usual, the usual price struck out beside it. Both are named for who does not see the line.
import { useTranslations } from "next-intl";
import { cx } from "./cx";
import { Money } from "./money";

/** `minor` is what is paid, in kuruş; `regular` what it costs otherwise, null or undefined for the same. */
export function Price({
  minor,
  regular,
  className,
}: {
  minor: number;
  regular: number | null | undefined;
  className?: string | undefined;
}) {
  const t = useTranslations("common.price");
  if (regular == null) return <Money minor={minor} {...(className && { className })} />;
  return (
    <span className="inline-flex flex-wrap items-baseline justify-end gap-x-1.5">
      <del className="text-sm font-normal text-ink-3">
        <span className="sr-only">{t("regular")} </span>
        <Money minor={regular} />
      </del>
      <ins className={cx("text-success no-underline", className)}>
        <span className="sr-only">{t("now")} </span>
        <Money minor={minor} />
      </ins>
    </span>
  );
}
