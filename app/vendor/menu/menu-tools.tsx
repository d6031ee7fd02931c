"use client";
// What is done to the menu as a whole: choosing many products, and its file.
import { FileSpreadsheet, ListChecks } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import type { Named } from "./named";

const MenuFileSheet = lazySheet(() => import("./menu-file-sheet").then((module) => module.MenuFileSheet));

/** `onChoose` is absent where there is nothing to choose from. */
export function MenuTools({
  branches,
  choosing,
  onChoose,
  onImported,
}: {
  branches: Named[];
  choosing?: boolean | undefined;
  onChoose?: () => void;
  onImported?: () => void;
}) {
  const t = useTranslations("vendor.menu");
  const router = useRouter();
  const [filing, setFiling] = useState(false);
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {onChoose && (
        <Button
          size="sm"
          variant={choosing ? "soft" : "ghost"}
          icon={<ListChecks aria-hidden className="size-4" />}
          aria-pressed={choosing}
          onClick={onChoose}
        >
          {t("bulk.begin")}
        </Button>
      )}
      <Button
        size="sm"
        variant="ghost"
        icon={<FileSpreadsheet aria-hidden className="size-4" />}
        onClick={() => setFiling(true)}
      >
        {t("file.title")}
      </Button>
      <MenuFileSheet
        open={filing}
        onClose={() => setFiling(false)}
        branches={branches}
        onImported={() => {
          onImported?.();
          router.refresh(); // new categories come from the server
        }}
      />
    </div>
  );
}
