"use client";
// What is pressed: buttons, icon buttons, chips, the stepper, "show more".
import { Bell, Camera, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { CopyButton } from "@/components/ui/copy-button";
import { CountBadge } from "@/components/ui/count-badge";
import { FileButton } from "@/components/ui/file-button";
import { IconButton } from "@/components/ui/icon-button";
import { LoadMore } from "@/components/ui/load-more";
import { Stepper } from "@/components/ui/stepper";
import { Specimen } from "./specimen";

const VARIANTS = ["primary", "secondary", "soft", "ghost", "danger", "danger-quiet"] as const;

export function Actions() {
  const t = useTranslations("design");
  const [quantity, setQuantity] = useState(1);
  const [pressed, setPressed] = useState(true);
  return (
    <>
      {VARIANTS.map((variant) => (
        <Specimen key={variant} name={`Button ${variant}`}>
          <Button variant={variant}>{t("state.normal")}</Button>
          <Button variant={variant} data-focused>
            {t("state.focused")}
          </Button>
          <Button variant={variant} icon={<Plus aria-hidden className="size-4" />}>
            {t("state.icon")}
          </Button>
          <Button variant={variant} pending>
            {t("state.busy")}
          </Button>
          <Button variant={variant} disabled>
            {t("state.disabled")}
          </Button>
        </Specimen>
      ))}
      <Specimen name="Button sm · md · lg · full" wide>
        <div className="flex flex-wrap items-center gap-3">
          <Button size="sm">{t("state.small")}</Button>
          <Button size="md">{t("state.medium")}</Button>
          <Button size="lg">{t("state.large")}</Button>
        </div>
        <div className="max-w-sm">
          <Button full>{t("longAction")}</Button>
        </div>
      </Specimen>
      <Specimen name="ButtonLink">
        <ButtonLink href="#actions">{t("state.normal")}</ButtonLink>
        <ButtonLink href="#actions" variant="secondary">
          {t("state.normal")}
        </ButtonLink>
      </Specimen>
      <Specimen name="CopyButton">
        <CopyButton text="KapGel" />
      </Specimen>
      <Specimen name="FileButton">
        {(["sm", "md", "lg"] as const).map((size) => (
          <FileButton
            key={size}
            size={size}
            icon={<Camera aria-hidden className="size-4" />}
            onFile={() => undefined}
          >
            {t("state.normal")}
          </FileButton>
        ))}
      </Specimen>
      <Specimen name="IconButton · CountBadge">
        {(["plain", "outline", "brand"] as const).map((tone) => (
          <IconButton
            key={tone}
            tone={tone}
            label={t("notify")}
            icon={<Bell aria-hidden className="size-5" />}
          />
        ))}
        <IconButton data-focused label={t("state.focused")} icon={<Bell aria-hidden className="size-5" />} />
        <IconButton pending label={t("state.busy")} icon={<Trash2 aria-hidden className="size-5" />} />
        <IconButton disabled label={t("state.disabled")} icon={<Trash2 aria-hidden className="size-5" />} />
        {[3, 128].map((count) => (
          <span key={count} className="relative grid size-11 place-items-center">
            <Bell aria-hidden className="size-6" />
            <CountBadge count={count} />
          </span>
        ))}
      </Specimen>
      <Specimen name="Chip">
        <Chip pressed={pressed} onClick={() => setPressed(!pressed)}>
          {t("state.pressed")}
        </Chip>
        <Chip pressed={!pressed} onClick={() => setPressed(!pressed)}>
          {t("state.normal")}
        </Chip>
      </Specimen>
      <Specimen name="Stepper">
        <Stepper value={quantity} onChange={setQuantity} name={t("dish")} min={0} max={9} />
        <Stepper value={9} onChange={setQuantity} name={t("person")} max={9} />
        <Stepper value={2} onChange={setQuantity} name={t("state.disabled")} disabled />
      </Specimen>
      <Specimen name="LoadMore">
        <LoadMore cursor="x" onMore={() => undefined} />
        <LoadMore cursor="x" pending onMore={() => undefined} />
      </Specimen>
    </>
  );
}
