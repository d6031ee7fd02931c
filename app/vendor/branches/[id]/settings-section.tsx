// A section of the settings: heading, optional hint and error, content.
import type { ReactNode } from "react";
import { Card, SectionHeading } from "@/components/ui/card";

export function SettingsSection({
  title,
  hint,
  error,
  children,
}: {
  title: string;
  hint?: string;
  error?: string | string[] | undefined;
  children: ReactNode;
}) {
  const message = Array.isArray(error) ? error[0] : error;
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SectionHeading title={title} hint={hint && <span className="text-sm">{hint}</span>} />
      {message && (
        <p role="alert" className="text-sm font-medium text-danger">
          {message}
        </p>
      )}
      {children}
    </Card>
  );
}
