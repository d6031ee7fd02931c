import { expect, it } from "vitest";
import type { Menu, ShopBranch, VendorDetail } from "@/lib/catalog/schema";
import { scriptJson, structuredData } from "./structured-data.ts";

const branch = {
  id: "b",
  name: "Moda",
  lat: 40.98,
  lng: 29.02,
  district: "Kadıköy",
  city: "İstanbul",
  address_text: "Moda Caddesi 1",
  phone: null,
  hours: [{ weekday: 0, opens: "09:00", closes: "24:00" }],
} as unknown as ShopBranch;
const vendor = {
  slug: "moda-lezzet",
  name: "Moda Lezzet",
  business_type: "restaurant",
  description: "",
  image_url: "/pictures/pizza.webp",
  rating: null,
  rating_count: 0,
  branches: [branch],
} as unknown as VendorDetail;
const menu = {
  currency: "TRY",
  categories: [
    { id: "c", name: "Tatlı", products: [{ name: "Künefe", price_minor: 12_550, in_stock: true }] },
  ],
} as unknown as Menu;
const of = (patch: Partial<VendorDetail> = {}) =>
  structuredData({ ...vendor, ...patch }, branch, menu, "https://kapgel.example.com");

it("writes prices in lira with two decimals, and addresses in full", () => {
  expect(of()).toMatchObject({
    "@type": "Restaurant",
    url: "https://kapgel.example.com/v/moda-lezzet",
    image: "https://kapgel.example.com/pictures/pizza.webp",
    hasMenu: {
      hasMenuSection: [
        {
          name: "Tatlı",
          hasMenuItem: [{ name: "Künefe", offers: { price: "125.50", priceCurrency: "TRY" } }],
        },
      ],
    },
  });
});

it("gives a shop a catalogue and no menu", () => {
  const shop = of({ business_type: "florist" });
  expect(shop).toMatchObject({
    "@type": "Florist",
    hasOfferCatalog: {
      itemListElement: [{ itemListElement: [{ price: "125.50", itemOffered: { name: "Künefe" } }] }],
    },
  });
  expect(shop).not.toHaveProperty("hasMenu");
});

it("claims no rating that nobody gave, and closes at the last minute that the vocabulary knows", () => {
  expect(of()).not.toHaveProperty("aggregateRating");
  expect(of({ rating: 4.5, rating_count: 2 })).toMatchObject({
    aggregateRating: { ratingValue: 4.5, ratingCount: 2 },
  });
  expect(of().openingHoursSpecification).toMatchObject([
    { dayOfWeek: "https://schema.org/Sunday", opens: "09:00", closes: "23:59" },
  ]);
});

it("cannot be ended by what somebody is called", () => {
  const name = "</script><script>alert(1)</script>";
  const text = scriptJson(of({ name }));
  expect(text).not.toContain("<");
  expect(JSON.parse(text).name).toBe(name);
});
