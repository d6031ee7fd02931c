// A breakfast café in Ankara; pickup is as usual here as delivery.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const serceKahve: Vendor = {
  slug: "serce-kahve",
  name: "Serçe Kahve",
  type: "cafe",
  description: "Bahçede uzun kahvaltı, pankek ve günün tatlısı; kitap rafı müşterinin.",
  picture: "teapot",
  rating: { average: 4.6, count: 524 },
  owner: { email: "owner-serce-kahve@kapgel.test", name: "Elif Özkan", phone: "+90 555 010 10 14" },
  branches: [
    {
      area: "Kavaklıdere",
      district: "Çankaya",
      street: "Kavaklıdere Mah. Bestekâr Sok. No: 49",
      phone: "+90 312 555 14 49",
      lat: 39.9046,
      lng: 32.8594,
      zone: [
        { outer: ring("-1.9 0.5, -0.9 1.8, 0.5 2.1, 1.8 1.1, 2.1 -0.7, 0.9 -1.9, -0.6 -1.7, -1.6 -0.8") },
      ],
      hours: daily("08:30", "23:30"),
      prepMinutes: 15,
      minimum: 180,
      fee: { base: 35, freeFrom: 600 },
    },
  ],
  groups: {
    size: choose("Boy", 1, 1, { Küçük: 0, Büyük: 30 }),
    milk: choose("Süt", 1, 1, { Normal: 0, Laktozsuz: 15, Yulaf: 30 }),
    topping: choose("Üzerine", 0, 3, { Akçaağaç: 30, Muz: 25, Çilek: 40, Çikolata: 25 }),
    eggs: choose("Yumurta", 1, 1, { Göz: 0, Çırpılmış: 0, Haşlanmış: 0 }),
  },
  menu: [
    {
      name: "Kahvaltı",
      products: [
        product(
          "Serpme Kahvaltı",
          780,
          "fried-egg",
          "İki kişilik; peynirler, reçeller, pişi, sınırsız çay.",
          {
            groups: ["eggs"],
            stock: [15],
          },
        ),
        product("Hızlı Kahvaltı", 290, "fried-egg", "Yumurta, peynir, zeytin, simit.", { groups: ["eggs"] }),
        product("Menemen", 220, "shallow-pan", "Kaşarlı ya da sade."),
        product("Pankek", 240, "pancakes", "Beş kat, tereyağı ve şurupla.", {
          groups: ["topping"],
          stock: [30],
        }),
        product("Granola", 190, "blueberries", "Yoğurt, yaban mersini, bal.", { groups: ["topping"] }),
      ],
    },
    {
      name: "Kahveler ve Çaylar",
      products: [
        product("Türk Kahvesi", 90, "coffee", "Közde, çift kavrulmuş."),
        product("Latte", 150, "coffee", "Çift espresso.", { groups: ["size", "milk"] }),
        product("Buzlu Mocha", 175, "iced-drink", "Belçika çikolatası.", { groups: ["size", "milk"] }),
        product("Ihlamur", 85, "tea-cup", "Bal ve limonla."),
        product("Demlik Çay", 140, "teapot", "İki kişilik."),
      ],
    },
    {
      name: "Tatlılar",
      products: [
        product("Elmalı Turta", 180, "pie", "Amasya elması, tarçın.", { groups: ["topping"], stock: [12] }),
        product("Brownie", 170, "chocolate", "Cevizli, ılık.", { stock: [16] }),
        product("Limonlu Cheesecake", 200, "cheesecake", "Dilim.", { available: false }),
        product("Magnolia", 160, "custard", "Çilekli ya da muzlu."),
      ],
    },
  ],
};
