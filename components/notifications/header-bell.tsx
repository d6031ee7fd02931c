// The bell in a header, for whom there is something to be told: not for strangers, nor for operators, whose pages are live themselves.
import { useTranslations } from "next-intl";
import type { SignedIn } from "../account-menu";
import { BellButton } from "./bell-button";
import { BellLater } from "./bell-later";

export function HeaderBell({ user }: { user: SignedIn }) {
  const t = useTranslations("common.nav");
  if (!user || user.role === "admin") return null;
  return (
    <BellLater userId={user.id} label={t("notifications")}>
      <BellButton label={t("notifications")} />
    </BellLater>
  );
}
