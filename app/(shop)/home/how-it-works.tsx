// How KapGel works, in three lines.
import { Bike, MapPin, Radio } from "lucide-react";
import { useTranslations } from "next-intl";

/** Three steps, in order. */
export function HowItWorks() {
  const t = useTranslations("shop.home.how");
  const steps = [
    { Icon: MapPin, title: t("chooseTitle"), body: t("chooseBody") },
    { Icon: Bike, title: t("orderTitle"), body: t("orderBody") },
    { Icon: Radio, title: t("watchTitle"), body: t("watchBody") },
  ];
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="mb-4 text-xl">
        {t("title")}
      </h2>
      <ol className="grid gap-5 sm:grid-cols-3">
        {steps.map(({ Icon, title, body }) => (
          <li key={title} className="flex gap-4">
            <span
              aria-hidden
              className="grid size-12 shrink-0 place-items-center rounded-full bg-brand-soft text-brand-ink"
            >
              <Icon className="size-6" />
            </span>
            <div>
              <h3 className="text-base">{title}</h3>
              <p className="text-ink-2">{body}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
