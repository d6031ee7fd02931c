// Searching within a menu: letters alike in Turkish and on any keyboard ("sogan" finds "Soğan", "İskender" is found by "iskender").
import type { Menu } from "@/lib/catalog/schema";

/** Lower case without accents; ı and i are one letter. */
export function fold(text: string): string {
  return text
    .toLocaleLowerCase("tr")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replaceAll("ı", "i");
}

/** The categories with the products whose name, description or category holds every word of the query. */
export function foundIn(categories: Menu["categories"], query: string): Menu["categories"] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return categories;
  return categories.flatMap((category) => {
    const products = category.products.filter(({ name, description }) => {
      const text = fold(`${name} ${description} ${category.name}`);
      return words.every((word) => text.includes(word));
    });
    return products.length > 0 ? [{ ...category, products }] : [];
  });
}
