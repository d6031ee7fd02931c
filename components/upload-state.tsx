// A file on its way: how far it has come, or why it did not arrive, with another try.
import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./ui/button";
import { Notice } from "./ui/notice";

/** `share` of it has been sent, from 0 to 1; `children` say so in words. */
export function UploadProgress({
  share,
  label,
  children,
}: {
  share: number;
  label: string;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-1">
      <progress max={1} value={share} aria-label={label} className="h-2 w-full accent-brand" />
      <p role="status" className="truncate text-sm text-ink-2">
        {children}
      </p>
    </div>
  );
}

/** `again`: null where another try would change nothing. */
export function UploadFailure({
  again,
  label,
  children,
}: {
  again: (() => void) | null;
  label: string;
  children: ReactNode;
}) {
  const button = again && (
    <Button size="sm" variant="secondary" icon={<RotateCw aria-hidden className="size-4" />} onClick={again}>
      {label}
    </Button>
  );
  return (
    <Notice tone="danger" live action={button}>
      {children}
    </Notice>
  );
}
