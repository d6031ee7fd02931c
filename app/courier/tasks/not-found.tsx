// A task that never was the courier's, or no longer is. It stands above [id], whose skeleton would swallow it and report an error.
import { useTranslations } from "next-intl";
import { TaskGone } from "./[id]/task-gone";

export default function TaskNotFound() {
  const t = useTranslations("courier.gone");
  return <TaskGone title={t("title")} back={t("back")} body={t("body")} />;
}
