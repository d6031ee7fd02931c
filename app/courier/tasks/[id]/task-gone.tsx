// What stands in place of a task that is not the courier's.
import { PackageX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** All three texts are sentences for people; `back` is the link to the tasks. */
export function TaskGone({ title, body, back }: { title: string; body: string; back: string }) {
  return (
    <EmptyState
      level={1}
      icon={<PackageX />}
      title={title}
      action={<ButtonLink href="/courier">{back}</ButtonLink>}
    >
      {body}
    </EmptyState>
  );
}
