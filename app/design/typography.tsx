// Type: the scale, and what formats money, time and names.
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Clock, Countdown, TimeAgo } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { Price } from "@/components/ui/price";
import { Stars } from "@/components/ui/stars";
import { Specimen } from "./specimen";

const SIZES = ["text-3xl", "text-2xl", "text-xl", "text-lg", "text-base", "text-sm", "text-xs"] as const;
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

export function Typography() {
  const t = useTranslations("design");
  const past = minutesFromNow(-125);
  return (
    <>
      <Specimen name="--text" wide>
        {SIZES.map((size, index) => (
          <p
            key={size}
            className={cx(size, "min-w-0 break-words", index < 4 && "font-display font-bold tracking-tight")}
          >
            {t("shapes.pangram")} <span className="font-mono text-sm font-normal text-ink-3">{size}</span>
          </p>
        ))}
      </Specimen>
      <Specimen name="Price">
        <Price minor={8_000} regular={10_000} className="font-semibold" />
        <Price minor={10_000} regular={null} />
      </Specimen>
      <Specimen name="Money">
        <Money minor={123_456_789} />
        <Money minor={4_990} signed />
        <Money minor={-4_990} signed className="text-danger" />
        <Money minor={0} zero={t("free")} className="text-success" />
      </Specimen>
      <Specimen name="Clock · TimeAgo · Countdown">
        <Clock at={past} />
        <Clock at={past} date />
        <TimeAgo at={past} />
        <Countdown until={minutesFromNow(7)} />
        <Countdown until={minutesFromNow(0.7)} />
        <Countdown until={past} />
      </Specimen>
      <Specimen name="Stars">
        {[1, 3, 5].map((value) => (
          <Stars key={value} value={value} label={t("stars", { value })} />
        ))}
      </Specimen>
      <Specimen name="Avatar">
        {[t("person"), "İlkay Işık", "Şule Çağlayangil", "A"].map((name) => (
          <span key={name} className="flex min-w-0 items-center gap-2">
            <Avatar name={name} />
            <span className="min-w-0 break-words">{name}</span>
          </span>
        ))}
      </Specimen>
    </>
  );
}
