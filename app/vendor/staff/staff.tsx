"use client";
// Who works for the vendor beside its couriers, and as what.
import { Plus, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { StaffPage } from "@/lib/staff/schema";
import { RightsTable } from "./rights-table";
import { StaffRow } from "./staff-row";

const NewStaff = lazySheet(() => import("./new-staff").then((module) => module.NewStaff));

export function Staff({ initial, me }: { initial: StaffPage; me: string }) {
  const t = useTranslations("vendor.staff");
  const errorText = useErrorText();
  const { data = initial, error, mutate, reload } = useResource<StaffPage>("/api/vendor/staff", initial);
  const [adding, setAdding] = useState(false);
  const alone = data.data.length <= 1;
  const add = (
    <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SectionHeading
        level={1}
        title={t("title")}
        hint={t("summary", { count: data.data.filter(({ active }) => active).length })}
        actions={!alone && add}
      />
      {Boolean(error) && <Notice tone="warning">{errorText(error)}</Notice>}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_32rem]">
        <Card as="div" flush>
          <ul className="divide-y divide-line">
            {data.data.map((person) => (
              <StaffRow
                key={person.id}
                person={person}
                isMe={person.id === me}
                onChange={(next) =>
                  mutate((now = initial) => ({
                    ...now,
                    data: now.data.map((known) => (known.id === next.id ? next : known)),
                  }))
                }
              />
            ))}
          </ul>
          {alone && (
            <EmptyState icon={<UsersRound aria-hidden />} title={t("empty")} action={add}>
              {t("emptyHint")}
            </EmptyState>
          )}
        </Card>
        <RightsTable roles={data.roles} />
      </div>
      <NewStaff open={adding} onClose={() => setAdding(false)} onCreated={() => void reload()} />
    </div>
  );
}
