"use client";
// Why a review is hidden or shown again. Somebody else's decision in between is shown instead of overwritten.
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { PanelReview } from "@/lib/reviews/schema";
import { ReasonDialog } from "../reason-dialog";

/** Asks about `review` (null: closed); `onChanged` gets it as it is afterwards. */
export function ModerationDialog({
  open,
  review,
  onClose,
  onChanged,
}: {
  open: boolean;
  review: PanelReview | null;
  onClose: () => void;
  onChanged: (review: PanelReview) => void;
}) {
  const t = useTranslations("admin.reviews");
  const errorText = useErrorText();
  const toast = useToast();
  const hides = !review?.hidden;
  async function decide(reason: string) {
    if (!review) return;
    const decision = { hidden: hides, reason, version: review.version };
    try {
      onChanged(await api.patch<PanelReview>(`/api/admin/reviews/${review.id}`, decision));
      toast({ title: t(hides ? "nowHidden" : "nowShown"), tone: "success" });
    } catch (error) {
      const current = error instanceof ApiError ? error.details.current : undefined;
      if (!current) throw error;
      onChanged(current as PanelReview);
      toast({ title: errorText(error), tone: "danger" });
    }
  }
  return (
    <ReasonDialog
      open={open}
      title={t(hides ? "askHide" : "askShow")}
      follows={
        <>
          <p>{t(hides ? "hideFollows" : "showFollows")}</p>
          {review?.text && (
            <blockquote className="border-l-4 border-line pl-3 text-ink">{review.text}</blockquote>
          )}
        </>
      }
      hint={t("reasonHint")}
      label={t(hides ? "hide" : "show")}
      danger={hides}
      run={decide}
      onClose={onClose}
    />
  );
}
