"use client";
// One price rule: what it gives, when, and what it does now; pausing, changing and removing it, each with a way back.
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { PriceRule } from "@/lib/catalog/price-rules";
import type { Named } from "../named";
import { useRuleActions } from "./use-rule-actions";
import { useRuleWords } from "./use-rule-words";

const tones: Record<PriceRule["state"], Tone> = {
  running: "success",
  waiting: "info",
  paused: "warning",
  ended: "neutral",
};

/** `onChanged` gets the rule as it is after a change, by this or by somebody else; `onGone`: it is not there any more, or is back. */
export function RuleRow({
  rule,
  branches,
  onEdit,
  onChanged,
  onGone,
}: {
  rule: PriceRule;
  branches: Named[];
  onEdit: () => void;
  onChanged: (rule: PriceRule) => void;
  onGone: () => Promise<void>;
}) {
  const t = useTranslations("prices");
  const errorText = useErrorText();
  const { gives, when, now } = useRuleWords(branches)(rule);
  const { change, remove } = useRuleActions(rule, onChanged, onGone);
  const error = change.error ?? remove.error;
  const { name, state, active } = rule;
  return (
    <li
      data-testid="rule"
      data-state={state}
      className="grid gap-x-6 gap-y-2 p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold break-words">{name}</span>
          <Badge tone={tones[state]} pulse={state === "running"}>
            {now}
          </Badge>
        </p>
        <p>{gives}</p>
        <p className="text-sm text-ink-2">{when.join(" · ")}</p>
      </div>
      <div className="flex flex-wrap items-center gap-1 sm:justify-end">
        {state !== "ended" && (
          <Button
            variant={active ? "ghost" : "soft"}
            size="sm"
            pending={change.pending}
            onClick={() => void change.run(!active, rule.version)}
            data-testid="rule-switch"
          >
            {t(active ? "pause" : "resume")}
          </Button>
        )}
        <IconButton
          label={t("edit", { name })}
          icon={<Pencil aria-hidden className="size-4.5" />}
          onClick={onEdit}
        />
        <IconButton
          label={t("remove", { name })}
          icon={<Trash2 aria-hidden className="size-4.5" />}
          disabled={remove.pending}
          onClick={() => void remove.run()}
        />
      </div>
      {error !== null && (
        <Notice tone="danger" live className="sm:col-span-2">
          {errorText(error)}
        </Notice>
      )}
    </li>
  );
}
