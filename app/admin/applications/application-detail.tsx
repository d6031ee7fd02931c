"use client";
// One application: what was written beside what can be checked, and the decision.
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { lazily } from "@/components/lazily";
import type { MapMarker } from "@/components/map/marker";
import { Badge } from "@/components/ui/badge";
import { Clock } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { telephoneUrl } from "@/lib/format/telephone";
import type { Decided } from "./decision-form";
import { groupedIban, isIban, isTaxNumber, samePhone } from "./kyc";
import { Papers } from "./papers";

const DecisionForm = lazily(
  () => import("./decision-form").then((module) => module.DecisionForm),
  <Skeleton className="h-15" />,
);

const MapView = lazily(
  () => import("@/components/map/map").then((module) => module.MapView),
  <Skeleton className="h-56 rounded-lg" />,
);

export function ApplicationDetail({
  application,
  onChange,
}: {
  application: Decided;
  onChange: (next: Decided) => void;
}) {
  const t = useTranslations("admin.applications");
  const { applicant, status, papers } = application;
  const { lat, lng, business_name } = application;
  const markers = useMemo<MapMarker[]>(
    () => [{ id: "branch", kind: "branch", lat, lng, label: business_name }],
    [lat, lng, business_name],
  );
  const taxKind = application.tax_number.length === 10 ? "vkn" : "tckn";

  return (
    <article className="grid grid-cols-1 gap-5" data-testid="application-detail">
      <header>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-xl">{application.business_name}</h2>
          <Badge>{t(`type.${application.business_type}`)}</Badge>
        </div>
        <p className="text-ink-2">
          {t.rich("appliedAt", { time: () => <Clock at={application.created_at} date /> })}
        </p>
      </header>
      {application.overtaken && (
        <Notice tone="warning" live>
          {t("overtaken")}
        </Notice>
      )}
      {status !== "pending" && (
        <Notice tone={status === "approved" ? "success" : "danger"}>
          {t.rich(`decided.${status}`, { time: () => <Clock at={application.decided_at ?? ""} date /> })}
          {application.decision_reason && (
            <span className="block font-normal">{application.decision_reason}</span>
          )}
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-2">
        <div className="grid gap-5">
          <Facts title={t("business")}>
            <Fact label={t("legalName")}>{application.legal_name}</Fact>
            <Fact
              label={t(taxKind)}
              check={
                isTaxNumber(application.tax_number)
                  ? { good: true, text: t("checkHolds") }
                  : { good: false, text: t("checkFails") }
              }
            >
              <span className="font-mono">{application.tax_number}</span>
            </Fact>
            <Fact label={t("taxOffice")}>{application.tax_office}</Fact>
            <Fact
              label={t("iban")}
              check={
                isIban(application.iban)
                  ? { good: true, text: t("checkHolds") }
                  : { good: false, text: t("checkFails") }
              }
            >
              <span className="font-mono break-all">{groupedIban(application.iban)}</span>
            </Fact>
            {application.note && <Fact label={t("note")}>{application.note}</Fact>}
          </Facts>
          <Facts title={t("people")}>
            <Fact label={t("applicant")}>
              {applicant.full_name}
              <a
                href={`mailto:${applicant.email}`}
                className="block min-h-control-sm content-center break-all text-brand-ink"
              >
                {applicant.email}
              </a>
              {applicant.phone && <Telephone phone={applicant.phone} />}
            </Fact>
            <Fact
              label={t("contact")}
              check={
                samePhone(application.contact_phone, applicant.phone)
                  ? { good: true, text: t("samePhone") }
                  : { good: false, text: t("otherPhone") }
              }
            >
              {application.contact_name}
              <Telephone phone={application.contact_phone} />
            </Fact>
          </Facts>
          <Facts title={t("address")}>
            <Fact label={`${application.district} / ${application.city}`}>{application.address_text}</Fact>
          </Facts>
        </div>
        <Papers
          papers={papers}
          onMarked={
            status === "pending"
              ? (marked) =>
                  onChange({
                    ...application,
                    papers: papers.map((paper) => (paper.id === marked.id ? marked : paper)),
                  })
              : null
          }
        />
      </div>
      <MapView label={t("map")} markers={markers} className="h-56" />
      {status === "pending" && <DecisionForm application={application} onDecided={onChange} />}
    </article>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-2 border-b border-line pb-1.5 text-base">{title}</h3>
      <dl className="grid gap-3">{children}</dl>
    </section>
  );
}

function Fact({
  label,
  check,
  children,
}: {
  label: string;
  check?: { good: boolean; text: string };
  children: ReactNode;
}) {
  const Icon = check?.good ? CircleCheck : TriangleAlert;
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="font-medium">{children}</dd>
      {check && (
        <dd className={`flex items-center gap-1.5 text-sm ${check.good ? "text-success" : "text-warning"}`}>
          <Icon aria-hidden className="size-4" />
          {check.text}
        </dd>
      )}
    </div>
  );
}

function Telephone({ phone }: { phone: string }) {
  return (
    <a href={telephoneUrl(phone)} className="block min-h-control-sm content-center text-brand-ink">
      {phone}
    </a>
  );
}
