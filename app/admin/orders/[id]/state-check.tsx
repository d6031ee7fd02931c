"use client";
// Whether the order's row is what its events rebuild, asked at a click.
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { StateCheckPage } from "@/lib/orders/schema";

type Checked = z.infer<typeof StateCheckPage>["data"][number];

/** An answer counts for the `version` it was asked about. */
export function StateCheck({ orderId, version }: { orderId: string; version: number }) {
  const t = useTranslations("admin.order.check");
  const errorText = useErrorText();
  const [checked, setChecked] = useState<Checked | null>(null);
  const compare = useAction(async () => {
    const { data } = await api.get<z.infer<typeof StateCheckPage>>(
      `/api/admin/rebuilt-state?stream=order&id=${orderId}`,
    );
    setChecked(data[0] ?? null);
  });
  const answer = checked?.version === version ? checked : null;

  return (
    <div data-testid="state-check" className="grid gap-2 border-t border-line pt-3">
      <Button variant="secondary" pending={compare.pending} onClick={() => void compare.run()}>
        {t("compare")}
      </Button>
      {compare.error !== null && (
        <Notice tone="danger" live>
          {errorText(compare.error)}
        </Notice>
      )}
      {answer && answer.differences.length === 0 && (
        <Notice tone="success" live>
          {t("equal", { count: answer.events })}
        </Notice>
      )}
      {answer && answer.differences.length > 0 && (
        <Notice tone="danger" live>
          {t("differs")}
          <ul className="mt-1 grid list-disc gap-1 pl-5">
            {answer.differences.map(({ column, rebuilt, stored }) => (
              <li key={column} className="break-words">
                {t("difference", {
                  column,
                  rebuilt: JSON.stringify(rebuilt),
                  stored: JSON.stringify(stored),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
