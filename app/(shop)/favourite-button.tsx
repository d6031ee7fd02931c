"use client";
// A vendor's heart: on or off at the tap; a stranger signs in first and comes back.
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { cx } from "@/components/ui/cx";
import { useToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/browser/use-error-text";
import { onWish, wish, wishOf } from "./favourite-wishes";

/** `liked` is what the page came with; `signIn` is where a stranger goes. */
export function FavouriteButton({
  vendor,
  liked: first,
  signIn,
  className,
}: {
  vendor: { id: string; name: string };
  liked: boolean;
  signIn: string | null;
  className?: string;
}) {
  const t = useTranslations("shop.favourites");
  const errorText = useErrorText();
  const toast = useToast();
  const liked = useSyncExternalStore(
    onWish,
    () => wishOf(vendor.id) ?? first,
    () => first,
  );
  const look = cx(
    "grid size-11 place-items-center rounded-full bg-surface text-brand-ink shadow-card transition-transform hover:scale-105 active:scale-95",
    className,
  );
  const label = t("like", { name: vendor.name });
  const heart = <Heart aria-hidden className={cx("size-5", liked && "fill-current")} />;
  if (signIn) {
    return (
      <a href={signIn} aria-label={label} title={label} className={look}>
        {heart}
      </a>
    );
  }
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={liked}
      title={label}
      className={look}
      onClick={() =>
        wish(vendor.id, first, !liked).catch((error) => toast({ title: errorText(error), tone: "danger" }))
      }
    >
      {heart}
    </button>
  );
}
