"use client";
// The whole settings page of a branch as one form: nothing is sent before Save, then only what changed.
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { lazily } from "@/components/lazily";
import { useAtHand } from "@/components/lazy-sheet";
import { loadNotice, NoticeLater } from "@/components/ui/notice-later";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { ApiError, api, savedMeanwhile } from "@/lib/browser/api";
import { scrolling } from "@/lib/browser/motion";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Branch } from "@/lib/catalog/branches";
import {
  draftOf,
  patchOf,
  problemsOf,
  type SettingsDraft,
  type SettingsPart,
  type SettingsProblem,
} from "./settings-draft";
import { SettingsSection } from "./settings-section";
import { weekdayName } from "./weekday-name";

const GeneralFields = lazily(
  () => import("./general-fields").then((module) => module.GeneralFields),
  <Skeleton className="h-40" />,
);
const SaveBar = lazily(() => import("./save-bar").then((module) => module.SaveBar));
const LeaveGuard = lazily(() => import("./leave-guard").then((module) => module.LeaveGuard));
const FeeFields = lazily(
  () => import("./fee-fields").then((module) => module.FeeFields),
  <Skeleton className="h-40" />,
);
const ServiceFields = lazily(
  () => import("./service-fields").then((module) => module.ServiceFields),
  <Skeleton className="h-40" />,
);
const AlarmFields = lazily(
  () => import("./alarm-fields").then((module) => module.AlarmFields),
  <Skeleton className="h-24" />,
);
const HoursEditor = lazily(
  () => import("./hours-editor").then((module) => module.HoursEditor),
  <Skeleton className="h-96" />,
);
const SpecialDays = lazily(
  () => import("./special-days").then((module) => module.SpecialDays),
  <Skeleton className="h-20" />,
);
const ConflictNotice = lazily(() =>
  import("../../_forms/conflict-notice").then((module) => module.ConflictNotice),
);

const ZoneMap = lazily(
  () => import("@/components/map/zone-map").then((module) => module.ZoneMap),
  <Skeleton className="h-96" />,
);
const PickMap = lazily(
  () => import("@/components/map/pick-map").then((module) => module.PickMap),
  <Skeleton className="h-72" />,
);

export function BranchSettings({ initial }: { initial: Branch }) {
  const t = useTranslations("vendor.branch");
  const locale = useLocale();
  const errorText = useErrorText();
  const toast = useToast();
  useAtHand(loadNotice);
  const router = useRouter();
  const [base, setBase] = useState(initial);
  const [draft, setDraft] = useState(() => draftOf(initial));
  const [theirs, setTheirs] = useState<Branch | null>(null);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const problems = problemsOf(draft);
  const patch = patchOf(draftOf(base), draft);
  const dirty = Object.keys(patch).length > 0;
  const set = (change: Partial<SettingsDraft>) => setDraft((now) => ({ ...now, ...change }));

  function showFrom(branch: Branch) {
    setBase(branch);
    setDraft(draftOf(branch));
    setTheirs(null);
    setTried(false);
  }

  const save = useAction(async (version: number) => {
    setTried(true);
    if (Object.keys(problems).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    try {
      showFrom(await api.patch<Branch>(`/api/vendor/branches/${base.id}`, { ...patch, version }));
      toast({ title: t("saved"), tone: "success" });
      router.refresh();
    } catch (error) {
      const current = savedMeanwhile<Branch>(error);
      if (!current) throw error;
      setTheirs(current);
      window.scrollTo({ top: 0, behavior: scrolling() });
    }
  });

  function words(problem: SettingsProblem): string {
    if (problem.key === "textInvalid") return t("textInvalid", { min: problem.min });
    if (problem.key === "numberInvalid") return t("numberInvalid", { min: problem.min, max: problem.max });
    if (problem.key === "hours.overlap") {
      return t("hours.overlap", { day: weekdayName(problem.weekday, locale) });
    }
    return t(problem.key);
  }
  const failed = save.error instanceof ApiError ? save.error : null;
  const problem = (field: keyof SettingsDraft) => {
    const known = problems[field];
    return tried && known ? words(known) : failed?.field(field);
  };
  const part: SettingsPart = { draft, set, problem };

  return (
    <form
      ref={form}
      noValidate
      className="mx-auto grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 pb-20"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(base.version);
      }}
    >
      <div>
        <Link
          href="/vendor/branches"
          className="inline-flex min-h-control items-center gap-1.5 text-sm font-medium text-brand-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t("back")}
        </Link>
        <h1 className="text-2xl">{base.name}</h1>
        <p className="text-ink-2">
          {base.district} / {base.city}
        </p>
      </div>
      {theirs && (
        <ConflictNotice
          onTakeTheirs={() => showFrom(theirs)}
          onKeepMine={() => void save.run(theirs.version)}
          pending={save.pending}
        >
          {t("conflict")}
        </ConflictNotice>
      )}
      <SettingsSection title={t("sections.general")}>
        <GeneralFields {...part} />
      </SettingsSection>
      <SettingsSection title={t("sections.service")}>
        <ServiceFields {...part} />
      </SettingsSection>
      <SettingsSection title={t("sections.alarm")} hint={t("alarmsHint")}>
        <AlarmFields {...part} />
      </SettingsSection>
      <SettingsSection title={t("sections.fees")}>
        <FeeFields {...part} />
      </SettingsSection>
      <SettingsSection title={t("sections.hours")} hint={t("hours.hint")}>
        <HoursEditor {...part} />
      </SettingsSection>
      <SettingsSection title={t("sections.special")} hint={t("special.hint")}>
        <SpecialDays {...part} />
      </SettingsSection>
      <SettingsSection title={t("sections.zone")} error={problem("zone")}>
        <ZoneMap
          label={t("zoneLabel", { name: base.name })}
          value={draft.zone}
          onChange={(zone) => set({ zone: zone as SettingsDraft["zone"] })}
          branch={{ lat: draft.lat, lng: draft.lng, label: base.name }}
        />
      </SettingsSection>
      <SettingsSection title={t("sections.place")}>
        <PickMap
          label={t("placeLabel", { name: base.name })}
          value={{ lat: draft.lat, lng: draft.lng }}
          onChange={({ lat, lng }) => set({ lat, lng })}
          className="h-72"
        />
      </SettingsSection>
      {failed && (
        <NoticeLater tone="danger" live>
          {errorText(failed)}
        </NoticeLater>
      )}
      <SaveBar
        shown={dirty}
        pending={save.pending}
        hint={tried && Object.keys(problems).length > 0 ? t("fix") : t("unsaved")}
        onDiscard={() => showFrom(base)}
      />
      <LeaveGuard active={dirty} />
    </form>
  );
}
