"use client";
// The list's search box: typing changes the URL, the server answers with the list.
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { SearchField } from "@/components/ui/search-field";
import { type ListFilter, listHref } from "./query";

/** `filter` is what the URL asks for now. */
export function VendorSearch({ filter }: { filter: ListFilter }) {
  const t = useTranslations("shop.vendors");
  const router = useRouter();
  const [pending, start] = useTransition();
  // The field keeps its own text while people type; when a link changes the search instead, it starts anew.
  const [shown, setShown] = useState({ q: filter.q, key: 0 });
  if (!pending && shown.q !== filter.q) setShown({ q: filter.q, key: shown.key + 1 });

  return (
    <SearchField
      key={shown.key}
      label={t("search")}
      placeholder={t("searchExample")}
      initial={filter.q}
      pending={pending}
      onSearch={(q) => {
        setShown({ ...shown, q });
        start(() => router.replace(listHref({ ...filter, q }), { scroll: false }));
      }}
      className="max-w-xl"
    />
  );
}
