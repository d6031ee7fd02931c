// The vendor as search engines read it (https://schema.org): the branch shown, its hours, and what it sells at today's prices.
import type { BusinessType, Menu, ShopBranch, VendorDetail } from "@/lib/catalog/schema";

const KIND: Record<BusinessType, string> = {
  restaurant: "Restaurant",
  cafe: "CafeOrCoffeeShop",
  bakery: "Bakery",
  dessert: "FoodEstablishment",
  market: "GroceryStore",
  greengrocer: "GroceryStore",
  butcher: "Store",
  florist: "Florist",
  water: "Store",
  other: "LocalBusiness",
};
/** Only these have a menu; the others have a catalogue. */
const EATERIES: ReadonlySet<BusinessType> = new Set(["restaurant", "cafe", "bakery", "dessert"]);
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

type Category = Menu["categories"][number];

/** `origin` is the site's own, without a slash at its end. */
export function structuredData(vendor: VendorDetail, branch: ShopBranch, menu: Menu, origin: string) {
  const url = `${origin}/v/${vendor.slug}`;
  return {
    "@context": "https://schema.org",
    "@type": KIND[vendor.business_type],
    "@id": `${url}#${branch.id}`,
    name: vendor.name,
    url,
    ...(vendor.description && { description: vendor.description }),
    ...(vendor.image_url && { image: new URL(vendor.image_url, origin).href }),
    ...(branch.phone && { telephone: branch.phone }),
    address: {
      "@type": "PostalAddress",
      streetAddress: branch.address_text,
      addressLocality: branch.district,
      addressRegion: branch.city,
      addressCountry: "TR",
    },
    geo: { "@type": "GeoCoordinates", latitude: branch.lat, longitude: branch.lng },
    openingHoursSpecification: branch.hours.map(({ weekday, opens, closes }) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: `https://schema.org/${DAYS[weekday]}`,
      opens,
      closes: closes === "24:00" ? "23:59" : closes, // the vocabulary's clock has no 24
    })),
    ...(vendor.rating !== null &&
      vendor.rating_count > 0 && {
        aggregateRating: {
          "@type": "AggregateRating",
          ratingValue: vendor.rating,
          ratingCount: vendor.rating_count,
        },
      }),
    ...(EATERIES.has(vendor.business_type)
      ? { hasMenu: menuOf(menu) }
      : { hasOfferCatalog: catalogOf(menu) }),
  };
}

function menuOf({ currency, categories }: Menu) {
  return {
    "@type": "Menu",
    hasMenuSection: categories.map(({ name, products }: Category) => ({
      "@type": "MenuSection",
      name,
      hasMenuItem: products.map((product) => ({
        "@type": "MenuItem",
        name: product.name,
        offers: offerOf(product, currency),
      })),
    })),
  };
}

function catalogOf({ currency, categories }: Menu) {
  return {
    "@type": "OfferCatalog",
    itemListElement: categories.map(({ name, products }: Category) => ({
      "@type": "OfferCatalog",
      name,
      itemListElement: products.map((product) => ({
        ...offerOf(product, currency),
        itemOffered: { "@type": "Product", name: product.name },
      })),
    })),
  };
}

function offerOf({ price_minor, price_until, in_stock }: Category["products"][number], currency: string) {
  return {
    "@type": "Offer",
    price: (price_minor / 100).toFixed(2),
    priceCurrency: currency,
    ...(price_until && { priceValidUntil: price_until }),
    availability: `https://schema.org/${in_stock ? "InStock" : "SoldOut"}`,
  };
}

/** JSON for a script element: nothing a person wrote can end the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
