"use client";
// Paying a vendor all that is open: whom, then what that does. The server works out the amount, and refuses when there is none.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/choice";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import { Sheet } from "@/components/ui/sheet";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import { useResource } from "@/lib/browser/use-resource";
import type { AdminVendor } from "@/lib/catalog/verification";
import type { Payout } from "@/lib/settlement/schema";

const MOST_SHOWN = 8; // more are found by name

export function PayoutSheet({
  open,
  onClose,
  onDone,
}: {
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations("admin.money.payouts");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const intent = useIntentKey("payout");
  const [vendor, setVendor] = useState<AdminVendor | null>(null);

  function close() {
    setVendor(null);
    pay.reset();
    onClose();
  }
  const pay = useAction(async (to: AdminVendor) => {
    const body = { vendor_id: to.id };
    const made = await api.post<Payout>("/api/admin/payouts", body, { idempotencyKey: intent.keyFor(body) });
    intent.done();
    toast({ title: t("done", { number: made.number, vendor: made.vendor.name }), tone: "success" });
    onDone();
    close();
  });
  const nothing = pay.error instanceof ApiError && pay.error.code === "INVALID_TRANSITION";

  return (
    <Sheet
      open={open}
      onClose={close}
      dismissable={!pay.pending}
      title={t("make")}
      footer={
        <>
          <Button variant="ghost" disabled={pay.pending} onClick={close}>
            {common("keep")}
          </Button>
          <Button disabled={!vendor} pending={pay.pending} onClick={() => vendor && void pay.run(vendor)}>
            {vendor ? t("pay", { vendor: vendor.name }) : t("choose")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <VendorChoice
          chosen={vendor}
          onChoose={(next) => {
            pay.reset();
            setVendor(next);
          }}
        />
        {vendor && <p className="text-ink-2">{t("follows", { vendor: vendor.name })}</p>}
        {pay.error !== null && (
          <Notice tone="danger" live>
            {nothing ? t("nothing") : errorText(pay.error)}
          </Notice>
        )}
      </div>
    </Sheet>
  );
}

function VendorChoice({
  chosen,
  onChoose,
}: {
  chosen: AdminVendor | null;
  onChoose: (vendor: AdminVendor) => void;
}) {
  const t = useTranslations("admin.money.payouts");
  const errorText = useErrorText();
  const [q, setQ] = useState("");
  const query = new URLSearchParams({ limit: String(MOST_SHOWN), ...(q && { q }) });
  const { data, error, loading, reload } = useResource<{ data: AdminVendor[] }>(
    `/api/admin/vendors?${query}`,
  );
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <legend className="sr-only">{t("vendor")}</legend>
      <SearchField label={t("search")} pending={loading} onSearch={setQ} />
      {!data && error !== null ? (
        <ErrorState message={errorText(error)} onRetry={() => void reload()} retrying={loading} />
      ) : !data ? (
        <Loading className="grid gap-2">
          <Skeleton className="h-11" />
          <Skeleton className="h-11" />
        </Loading>
      ) : data.data.length === 0 ? (
        <p className="py-4 text-center text-ink-3">{t("noVendor")}</p>
      ) : (
        data.data.map((vendor) => (
          <Radio
            key={vendor.id}
            name="vendor"
            label={vendor.name}
            hint={vendor.owner?.email}
            checked={chosen?.id === vendor.id}
            onChange={() => onChoose(vendor)}
          />
        ))
      )}
    </fieldset>
  );
}
