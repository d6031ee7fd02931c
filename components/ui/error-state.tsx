// A failure in place of content: what happened, what to do next, and the request id that support can look up.
import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { cx } from "./cx";

/** `message` is a sentence for people (see `useErrorText`); `onRetry` shows a "try again" button. */
export function ErrorState({
  title,
  message,
  requestId,
  onRetry,
  retrying,
  className,
}: {
  title?: string;
  message: string;
  requestId?: string | undefined;
  onRetry?: () => void;
  retrying?: boolean;
  className?: string;
}) {
  const t = useTranslations("common");
  return (
    <div role="alert" className={cx("grid justify-items-center gap-2 px-4 py-12 text-center", className)}>
      <span
        aria-hidden
        className="mb-2 grid size-16 place-items-center rounded-full bg-danger-soft text-danger"
      >
        <CloudOff className="size-7" />
      </span>
      <h2 className="text-lg">{title ?? t("somethingWrong")}</h2>
      <p className="max-w-sm text-ink-2">{message}</p>
      {onRetry && (
        <Button variant="secondary" className="mt-3" pending={retrying} onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
      {requestId && <p className="mt-1 font-mono text-xs text-ink-3">{requestId}</p>}
    </div>
  );
}
