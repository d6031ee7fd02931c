"use client";
// Delivered or picked up.
import { Bike, Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import type { ShopBranch } from "@/lib/catalog/schema";
import type { Problem } from "../cart/problems";
import { useProblemText } from "../cart/use-problem-text";
import type { Draft } from "./draft";

/** What the branch does not offer cannot be chosen. */
export function TypeSection({
  branch,
  draft,
  problem,
  onChange,
}: {
  branch: ShopBranch;
  draft: Draft;
  problem: Problem | undefined;
  onChange: (change: Partial<Draft>) => void;
}) {
  const t = useTranslations("orders.type");
  const s = useTranslations("shop.checkout");
  const problemText = useProblemText();
  const types = [
    { type: "delivery", offered: branch.accepts_delivery, Icon: Bike },
    { type: "pickup", offered: branch.accepts_pickup, Icon: Store },
  ] as const;
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{s("how")}</legend>
      <div className="grid grid-cols-2 gap-1 rounded-full bg-surface-2 p-1">
        {types.map(({ type, offered, Icon }) => (
          <label
            key={type}
            className={cx(
              "flex min-h-11 items-center justify-center gap-2 rounded-full font-semibold has-focus-visible:outline-[2.5px] has-focus-visible:outline-brand-ink",
              draft.type === type ? "bg-surface text-ink shadow-card" : "text-ink-2 hover:text-ink",
              !offered && "opacity-50",
            )}
          >
            <input
              type="radio"
              name="type"
              value={type}
              checked={draft.type === type}
              disabled={!offered}
              onChange={() => onChange({ type })}
              className="sr-only"
            />
            <Icon aria-hidden className="size-5" />
            {t(type)}
          </label>
        ))}
      </div>
      {!branch.accepts_pickup && <p className="text-sm text-ink-3">{s("noPickup")}</p>}
      {problem && (
        <Notice tone="danger" live>
          {problemText(problem)}
        </Notice>
      )}
      {draft.type === "pickup" && (
        <p className="px-1 text-sm text-ink-2">
          {s("pickupAt", { branch: branch.name, address: branch.address_text })}
        </p>
      )}
    </fieldset>
  );
}
