"use client";
// Everything an operator needs while a person is on the phone, and what may be done about their account.
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { homeOf } from "@/lib/browser/next-path";
import type { Impersonation, Person } from "@/lib/desk/schema";
import { AuditList } from "../../audit/audit-list";
import { ReasonDialog } from "../../reason-dialog";
import { PersonFacts } from "./person-facts";
import { PersonNotices } from "./person-notices";
import { PersonOrders } from "./person-orders";

export function PersonRoom({ initial }: { initial: Person }) {
  const t = useTranslations("desk.person");
  const tRole = useTranslations("desk.role");
  const toast = useToast();
  const [person, setPerson] = useState(initial);
  const [asking, setAsking] = useState<"suspend" | "look" | null>(null);
  const suspended = person.suspended_at !== null;
  const name = person.full_name;

  async function suspend(reason: string) {
    const body = { suspended: !suspended, reason };
    setPerson(await api.patch<Person>(`/api/admin/users/${person.id}`, body));
    toast({ title: t(suspended ? "reinstated" : "suspended"), tone: suspended ? "success" : "neutral" });
  }
  async function look(reason: string) {
    const { user } = await api.post<Impersonation>("/api/admin/impersonation", {
      user_id: person.id,
      reason,
    });
    window.location.assign(homeOf(user.role)); // a full load: the server renders that person's page
    await new Promise(() => {}); // the button stays busy until it is here
  }

  return (
    <div className="grid grid-cols-1 gap-4" data-testid="person" data-suspended={suspended}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Avatar name={name} className="size-12" />
        <div className="min-w-0">
          <h1 className="text-2xl break-words">{name}</h1>
          <p className="flex flex-wrap gap-2">
            <Badge>{tRole(person.role)}</Badge>
          </p>
        </div>
        {person.role !== "admin" && (
          <span className="flex flex-wrap gap-2 sm:ml-auto">
            <Button
              variant="secondary"
              icon={<Eye aria-hidden className="size-4" />}
              onClick={() => setAsking("look")}
            >
              {t("look")}
            </Button>
            <Button variant={suspended ? "secondary" : "danger-quiet"} onClick={() => setAsking("suspend")}>
              {t(suspended ? "reinstate" : "suspend")}
            </Button>
          </span>
        )}
      </div>
      {person.suspended_at && (
        <Notice tone="danger">
          {t.rich("suspendedSince", { time: () => <Clock at={person.suspended_at ?? ""} date /> })}
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid grid-cols-1 gap-4">
          <PersonOrders person={person} />
          <Card className="grid gap-3">
            <h2 className="text-lg">{t("record")}</h2>
            {person.record.length === 0 ? (
              <p className="text-ink-2">{t("noRecord")}</p>
            ) : (
              <AuditList entries={person.record} />
            )}
          </Card>
        </div>
        <div className="grid grid-cols-1 gap-4">
          <PersonFacts person={person} />
          <PersonNotices notices={person.notifications} />
        </div>
      </div>
      <ReasonDialog
        open={asking === "suspend"}
        title={t(suspended ? "askReinstate" : "askSuspend", { name })}
        follows={t(suspended ? "reinstateFollows" : "suspendFollows")}
        label={t(suspended ? "reinstate" : "suspend")}
        danger={!suspended}
        run={suspend}
        onClose={() => setAsking(null)}
      />
      <ReasonDialog
        open={asking === "look"}
        title={t("askLook", { name })}
        follows={t("lookFollows")}
        label={t("look")}
        danger={false}
        run={look}
        onClose={() => setAsking(null)}
      />
    </div>
  );
}
