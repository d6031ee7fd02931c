"use client";
// Tabs of both kinds: those that are pages and those within one.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TabLinks } from "@/components/ui/tab-links";
import { Tabs } from "@/components/ui/tabs";
import { Specimen } from "./specimen";

const IDS = ["placed", "cooking", "riding", "failed"] as const;

export function Wayfinding() {
  const t = useTranslations("design");
  const [tab, setTab] = useState<(typeof IDS)[number]>("cooking");
  return (
    <>
      <Specimen name="TabLinks" wide>
        <TabLinks
          label="TabLinks"
          tabs={IDS.map((id, index) => ({
            href: `#${id}`,
            label: t(`steps.${id}`),
            active: index === 1,
            count: index * 7,
          }))}
        />
      </Specimen>
      <Specimen name="Tabs" wide>
        <Tabs
          label="Tabs"
          value={tab}
          onChange={setTab}
          tabs={IDS.map((id, index) => ({ id, label: t(`steps.${id}`), ...(index === 3 && { count: 2 }) }))}
        >
          <p>{t(`steps.${tab}`)}</p>
        </Tabs>
      </Specimen>
    </>
  );
}
