"use client";
// Choosing a branch's pace: as usual, busy by some minutes for a while, or paused until a time. Each choice is one tap and takes effect
// at once.
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { PaceWish } from "@/lib/catalog/pace";
import { type BoardBranch, useDeeds, useLiveOrders } from "../_orders/live-orders";

const EXTRA_MINUTES = [10, 20, 30] as const;
const BUSY_FOR = [30, 60, 120] as const;
const PAUSED_FOR = [30, 60] as const;

export function PaceSheet({
  open,
  branches,
  onClose,
}: {
  open: boolean;
  branches: BoardBranch[];
  onClose: () => void;
}) {
  const t = useTranslations("vendor.pace");
  return (
    <Sheet open={open} onClose={onClose} title={t("title")}>
      <PaceChoice branches={branches} onDone={onClose} />
    </Sheet>
  );
}

function PaceChoice({ branches, onDone }: { branches: BoardBranch[]; onDone: () => void }) {
  const t = useTranslations("vendor.pace");
  const errorText = useErrorText();
  const { paces } = useLiveOrders();
  const { setPace } = useDeeds();
  const [chosen, setChosen] = useState(branches[0]?.id);
  const [busyFor, setBusyFor] = useState<number>(60);
  const branch = branches.find(({ id }) => id === chosen) ?? branches[0];
  const choose = useAction(async (wish: PaceWish) => {
    if (branch) await setPace(branch.id, wish);
    onDone();
  });
  const pace = branch && paces.get(branch.id);
  const option = (key: string, wish: PaceWish, label: string) => (
    <Button
      key={key}
      variant="secondary"
      disabled={choose.pending}
      onClick={() => void choose.run(wish)}
      className="min-w-24 flex-auto"
    >
      {label}
    </Button>
  );
  return (
    <div className="grid gap-5">
      {branches.length > 1 && (
        <Row label={t("branch")}>
          {branches.map(({ id, name }) => (
            <Chip key={id} pressed={id === branch?.id} onClick={() => setChosen(id)}>
              {name}
            </Chip>
          ))}
        </Row>
      )}
      {choose.error !== null && (
        <Notice tone="danger" live>
          {errorText(choose.error)}
        </Notice>
      )}
      <Row label={t("busy")} hint={t("busyHint")}>
        <div className="flex w-full flex-wrap gap-2">
          {BUSY_FOR.map((minutes) => (
            <Chip key={minutes} pressed={busyFor === minutes} onClick={() => setBusyFor(minutes)}>
              {t("for", { minutes })}
            </Chip>
          ))}
        </div>
        {EXTRA_MINUTES.map((extra_minutes) =>
          option(
            `busy${extra_minutes}`,
            { mode: "busy", extra_minutes, for_minutes: busyFor },
            t("extra", { minutes: extra_minutes }),
          ),
        )}
      </Row>
      <Row label={t("pause")} hint={t("pausedHint")}>
        {PAUSED_FOR.map((for_minutes) =>
          option(`pause${for_minutes}`, { mode: "paused", for_minutes }, t("for", { minutes: for_minutes })),
        )}
        {option("opening", { mode: "paused", until: "opening" }, t("untilOpening"))}
      </Row>
      {pace && pace.mode !== "normal" && (
        <Button full pending={choose.pending} onClick={() => void choose.run({ mode: "normal" })}>
          {t(pace.mode === "paused" ? "resume" : "calm")}
        </Button>
      )}
    </div>
  );
}

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p className="text-sm text-ink-2">{hint}</p>}
      <div className="flex flex-wrap gap-2">{children}</div>
    </fieldset>
  );
}
