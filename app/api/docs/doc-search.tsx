"use client";
// Narrows the reference to what was typed. The page stays the server's: this only hides what does not match.
import { useEffect, useState } from "react";
import { SearchField } from "@/components/ui/search-field";

/** `none` is said when nothing matches. */
export function DocSearch({ label, none }: { label: string; none: string }) {
  const [empty, setEmpty] = useState(false);

  function search(text: string) {
    const words = text.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
    let found = 0;
    for (const section of document.querySelectorAll<HTMLElement>("[data-section]")) {
      let inSection = 0;
      for (const operation of section.querySelectorAll<HTMLElement>("[data-operation]")) {
        const matches = words.every((word) => operation.dataset.search?.includes(word));
        operation.hidden = !matches;
        inSection += Number(matches);
      }
      section.hidden = inSection === 0;
      found += inSection;
    }
    setEmpty(found === 0);
  }

  useEffect(() => {
    // A link to an operation opens it.
    function openTarget() {
      const target = document.getElementById(window.location.hash.slice(1));
      if (target instanceof HTMLDetailsElement) target.open = true;
    }
    openTarget();
    window.addEventListener("hashchange", openTarget);
    return () => window.removeEventListener("hashchange", openTarget);
  }, []);

  return (
    <div className="grid gap-2">
      <SearchField label={label} onSearch={search} className="w-full sm:max-w-md" />
      <p role="status" className="text-ink-2">
        {empty ? none : ""}
      </p>
    </div>
  );
}
