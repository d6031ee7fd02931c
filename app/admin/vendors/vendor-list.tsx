"use client";
// Vendors by search and by whether customers see them; each with its switch.
import { Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { AdminVendor } from "@/lib/catalog/verification";
import { usePages } from "../use-pages";
import { VendorRow } from "./vendor-row";

const VerificationDialog = lazySheet(() =>
  import("./verification-dialog").then((module) => module.VerificationDialog),
);

const VERIFIED = ["", "true", "false"] as const;

/** `initial` is the first page of the vendors that `search` finds, `pageSize` its size. */
export function VendorList({
  search,
  pageSize,
  initial,
}: {
  search: string;
  pageSize: number;
  initial: { data: AdminVendor[]; next_cursor: string | null };
}) {
  const t = useTranslations("admin.vendors");
  const errorText = useErrorText();
  const [q, setQ] = useState(search);
  const [verified, setVerified] = useState<(typeof VERIFIED)[number]>("");
  const [asking, setAsking] = useState<AdminVendor | null>(null);
  const query = new URLSearchParams({
    limit: String(pageSize),
    ...(q && { q }),
    ...(verified && { verified }),
  });
  const { rows, cursor, error, loadMore, searching, put } = usePages<AdminVendor>(
    `/api/admin/vendors?${query}`,
    initial,
  );

  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <SearchField
          label={t("search")}
          initial={search}
          pending={searching}
          onSearch={setQ}
          className="w-full sm:w-80"
        />
        <Field label={t("filter")} hideLabel className="w-full sm:w-56">
          {(control) => (
            <Select
              {...control}
              value={verified}
              onChange={(event) => setVerified(VERIFIED.find((value) => value === event.target.value) ?? "")}
            >
              <option value="">{t("all")}</option>
              <option value="true">{t("visible")}</option>
              <option value="false">{t("hidden")}</option>
            </Select>
          )}
        </Field>
      </div>
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<Store />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-card">
          {rows.map((vendor) => (
            <VendorRow key={vendor.id} vendor={vendor} onSwitch={() => setAsking(vendor)} />
          ))}
        </ul>
      )}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
      <VerificationDialog
        open={asking !== null}
        vendor={asking}
        onClose={() => setAsking(null)}
        onChanged={put}
      />
    </div>
  );
}
