"use client";
// The categories under the header; the one on screen is marked and kept in sight as the page scrolls.
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { scrolling } from "@/lib/browser/motion";

/** Links to `#c-ID` sections. */
export function CategoryNav({ categories }: { categories: { id: string; name: string }[] }) {
  const t = useTranslations("shop.menu");
  const [active, setActive] = useState(categories[0]?.id);
  const list = useRef<HTMLDivElement>(null);
  const ids = categories.map(({ id }) => id).join(" ");

  useEffect(() => {
    const sections = ids.split(" ").map((id) => document.getElementById(`c-${id}`));
    // A section counts from when it passes under the two bars at the top until it leaves there.
    const watch = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting);
        if (entered) setActive(entered.target.id.slice(2));
      },
      { rootMargin: "-140px 0px -75% 0px" },
    );
    for (const section of sections) if (section) watch.observe(section);
    return () => watch.disconnect();
  }, [ids]);

  useEffect(() => {
    const box = list.current;
    const link = box?.querySelector<HTMLElement>(`[data-category="${active}"]`);
    if (box && link)
      box.scrollTo({
        left: link.offsetLeft - box.clientWidth / 2 + link.clientWidth / 2,
        behavior: scrolling(),
      });
  }, [active]);

  if (categories.length === 0) return null;
  return (
    <nav
      aria-label={t("categories")}
      className="sticky top-header z-20 -mx-4 mt-1.5 mb-4 border-b border-line bg-bg/95 backdrop-blur-sm sm:mx-0"
    >
      <div ref={list} className="relative flex gap-1 overflow-x-auto px-4 [scrollbar-width:none] sm:px-0">
        {categories.map(({ id, name }) => (
          <a
            key={id}
            href={`#c-${id}`}
            data-category={id}
            aria-current={id === active ? "true" : undefined}
            className={cx(
              "inline-flex min-h-12 shrink-0 items-center border-b-[3px] px-3 text-sm font-semibold focus-visible:-outline-offset-3",
              id === active ? "border-brand-ink text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {name}
          </a>
        ))}
      </div>
    </nav>
  );
}
