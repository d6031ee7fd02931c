"use client";
// Saved addresses. Deleting happens at once and can be undone: the same address is saved again.
import { House, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazily } from "@/components/lazily";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { SavedAddress } from "../place/place";

const NewAddressSheet = lazily(() => import("./new-address-sheet").then((module) => module.NewAddressSheet));

type Addresses = { data: SavedAddress[] };

/** `initial` is what the server read. */
export function Addresses({ initial }: { initial: Addresses }) {
  const t = useTranslations("shop.account");
  const c = useTranslations("common");
  const toast = useToast();
  const errorText = useErrorText();
  const { data, mutate, reload } = useResource<Addresses>("/api/addresses", initial);
  const [adding, setAdding] = useState(false);
  const addresses = data?.data ?? [];

  const put = (address: SavedAddress) => mutate((now) => ({ data: [address, ...(now?.data ?? [])] }));

  async function restore({ label, text, lat, lng, neighborhood_id }: SavedAddress) {
    try {
      put(
        await api.post<SavedAddress>("/api/addresses", {
          label,
          text,
          lat,
          lng,
          ...(neighborhood_id !== null && { neighborhood_id }),
        }),
      );
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
    }
  }
  async function remove(address: SavedAddress) {
    mutate((now) => ({ data: (now?.data ?? []).filter(({ id }) => id !== address.id) }));
    try {
      await api.delete(`/api/addresses/${address.id}`);
      toast({
        title: t("addressDeleted", { label: address.label }),
        action: { label: c("undo"), run: () => void restore(address) },
      });
    } catch (error) {
      if (error instanceof ApiError && error.code === "NOT_FOUND") return; // gone already: what was wanted
      void reload();
      toast({ title: errorText(error), tone: "danger" });
    }
  }

  return (
    <>
      <SectionHeading
        title={t("addresses")}
        actions={
          <Button
            variant="secondary"
            size="sm"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setAdding(true)}
          >
            {t("addAddress")}
          </Button>
        }
      />
      {addresses.length === 0 ? (
        <EmptyState icon={<House />} title={t("noAddress")} className="py-6!">
          {t("noAddressBody")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {addresses.map((address) => (
            <li key={address.id} className="flex items-center gap-3 py-2">
              <House aria-hidden className="size-5 shrink-0 text-ink-3" />
              <div className="min-w-0 flex-1">
                <p className="font-medium">{address.label}</p>
                <p className="text-sm text-ink-2">{address.text}</p>
              </div>
              <IconButton
                label={t("deleteAddress", { label: address.label })}
                icon={<Trash2 aria-hidden className="size-5" />}
                onClick={() => remove(address)}
              />
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <NewAddressSheet
          onClose={() => setAdding(false)}
          onSaved={(address) => {
            put(address);
            setAdding(false);
            toast({ title: c("saved"), tone: "success" });
          }}
        />
      )}
    </>
  );
}
