"use client";
// Contrast for a screen in the sun, kept in a cookie so that the server's first byte is already right. The colours are in contrast.css.
import { Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { keepCookie } from "@/lib/browser/cookie";
import "./contrast.css";

/** `initial`: whether it was on; `children` stand before the button. */
export function SunSwitch({ initial, children }: { initial: boolean; children: ReactNode }) {
  const t = useTranslations("courier");
  const [on, setOn] = useState(initial);
  return (
    <div data-contrast={on ? "sun" : undefined} className="flex items-center gap-2">
      {children}
      <IconButton
        label={t(on ? "sun.off" : "sun.on")}
        aria-pressed={on}
        className="size-11"
        icon={<Sun aria-hidden className="size-5" />}
        tone={on ? "brand" : "plain"}
        onClick={() => {
          keepCookie("contrast", on ? null : "sun", "/courier");
          setOn(!on);
        }}
      />
    </div>
  );
}
