"use client";
// Each switch: how it stands, who changed it last, and the way to change it.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Flag } from "@/lib/desk/schema";
import { AuditList } from "../audit/audit-list";
import { useFlagWords } from "./use-flag-words";

const FlagSheet = lazySheet(() => import("./flag-sheet").then((module) => module.FlagSheet));

export function FlagDesk({ initial }: { initial: Flag[] }) {
  const t = useTranslations("desk.flags");
  const [flags, setFlags] = useState(initial);
  const [changing, setChanging] = useState<Flag | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      {flags.length === 0 && <p className="text-ink-2">{t("none")}</p>}
      {flags.map((flag) => (
        <FlagCard
          key={flag.key}
          flag={flag}
          onChange={() => {
            setChanging(flag);
            setOpen(true);
          }}
        />
      ))}
      <FlagSheet
        open={open}
        flag={changing}
        onClose={() => setOpen(false)}
        onChanged={(next) => {
          setChanging(next);
          setFlags((now) => now.map((flag) => (flag.key === next.key ? next : flag)));
        }}
      />
    </div>
  );
}

function FlagCard({ flag, onChange }: { flag: Flag; onChange: () => void }) {
  const t = useTranslations("desk.flags");
  const words = useFlagWords(flag.key);
  return (
    <Card
      className="grid content-start gap-3"
      data-testid="flag"
      data-flag={flag.key}
      data-enabled={flag.enabled}
    >
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-lg">{words.name}</h2>
        <Badge tone={flag.enabled ? "success" : "danger"} dot>
          {t(flag.enabled ? "on" : "off")}
        </Badge>
        <Button variant="secondary" size="sm" className="ml-auto" onClick={onChange}>
          {t("change")}
        </Button>
      </div>
      {words.hint && <p className="text-ink-2">{words.hint}</p>}
      <p className="text-sm text-ink-2">
        {flag.enabled && flag.percentage < 100 && `${t("part", { percentage: flag.percentage })} `}
        {flag.allowed.length > 0 && t("allowed", { count: flag.allowed.length })}
      </p>
      <h3 className="text-base">{t("history")}</h3>
      {flag.changes.length === 0 ? (
        <p className="text-ink-2">{t("noHistory")}</p>
      ) : (
        <AuditList entries={flag.changes} />
      )}
    </Card>
  );
}
