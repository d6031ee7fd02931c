"use client";
// The ticket's button to print, and whether this device prints by itself.
import { ArrowLeft, Printer } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/choice";
import type { Order } from "@/lib/orders/schema";
import { useDeeds } from "../_orders/live-orders";
import { printsOnConfirm, setPrintsOnConfirm } from "./auto-print";

export function TicketTools({ order }: { order: Order }) {
  const t = useTranslations("vendor.ticket");
  const { print } = useDeeds();
  const [auto, setAuto] = useState(false);
  useEffect(() => setAuto(printsOnConfirm()), []);
  return (
    <div className="grid w-full gap-3 print:hidden">
      <Link
        href="/vendor"
        className="inline-flex min-h-control items-center gap-1.5 justify-self-start text-sm font-medium text-brand-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <h1 className="text-2xl">{t("heading", { number: order.number })}</h1>
      <Button icon={<Printer aria-hidden className="size-4" />} onClick={() => print(order)}>
        {t("print")}
      </Button>
      <Switch
        label={t("auto")}
        hint={t("autoHint")}
        checked={auto}
        onChange={(event) => {
          setAuto(event.target.checked);
          setPrintsOnConfirm(event.target.checked);
        }}
      />
    </div>
  );
}
