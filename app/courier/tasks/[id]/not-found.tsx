// A task that never was the courier's, or no longer is.
import { useTranslations } from "next-intl";
import { TaskGone } from "./task-gone";

export default function TaskNotFound() {
  const t = useTranslations("courier.gone");
  return <TaskGone title={t("title")} back={t("back")} body={t("body")} />;
}
