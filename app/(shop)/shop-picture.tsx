// A vendor's or product's picture on a warm ground.
import { cx } from "@/components/ui/cx";
import { Picture } from "@/components/ui/picture";
import type { BusinessType } from "@/lib/catalog/schema";

const grounds: Record<BusinessType, string> = {
  restaurant: "bg-brand-soft!",
  cafe: "bg-warning-soft!",
  bakery: "bg-warning-soft!",
  market: "bg-info-soft!",
  greengrocer: "bg-success-soft!",
  butcher: "bg-danger-soft!",
  florist: "bg-success-soft!",
  dessert: "bg-brand-soft!",
  water: "bg-info-soft!",
  other: "bg-surface-2!",
};

/** Decorative: the name stands beside it. `type` chooses the ground; without it the plain one. */
export function ShopPicture({
  src,
  type,
  aspect,
  eager,
  className,
}: {
  src: string | null;
  type?: BusinessType;
  aspect?: number;
  eager?: boolean;
  className?: string;
}) {
  return (
    <Picture
      src={src}
      alt=""
      {...(aspect !== undefined && { aspect })}
      {...(eager !== undefined && { eager })}
      className={cx(type && grounds[type], className)}
    />
  );
}
