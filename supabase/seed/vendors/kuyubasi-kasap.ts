// A butcher closed on Sundays, whose zone leaves out the hospital grounds in its middle.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const kuyubasiKasap: Vendor = {
  slug: "kuyubasi-kasap",
  name: "Kuyubaşı Kasabı",
  type: "butcher",
  description: "Trakya kıvırcığı ve yerli dana; siparişe göre çekilir, paketlenir, soğuk zincirle gelir.",
  picture: "steak",
  rating: { average: 4.9, count: 342 },
  owner: { email: "owner-kuyubasi-kasap@kapgel.test", name: "Osman Kurt", phone: "+90 555 010 10 06" },
  branches: [
    {
      area: "Fikirtepe",
      district: "Kadıköy",
      street: "Fikirtepe Mah. Mandıra Cad. No: 52",
      phone: "+90 216 555 06 52",
      lat: 40.9931,
      lng: 29.0487,
      zone: [
        {
          outer: ring("-2 0.6, -1 1.9, 0.6 2.2, 2 1.3, 2.2 -0.4, 1.2 -1.8, -0.4 -2.1, -1.7 -1"),
          holes: [ring("0.5 0.5, 1.1 0.6, 1.2 1.1, 0.7 1.2, 0.4 0.9")],
        },
      ],
      hours: daily("09:00", "20:00", [0]),
      prepMinutes: 25,
      minimum: 400,
      fee: { base: 20, perKm: 15, freeFrom: 1500 },
    },
  ],
  groups: {
    weight: choose("Miktar", 1, 1, { "500 g": 0, "1 kg": 440, "2 kg": 1320 }),
    mince: choose("Çekim", 1, 1, { "Tek çekim": 0, "Çift çekim": 0 }),
    cut: choose("Doğrama", 1, 1, { "İri kuşbaşı": 0, "İnce kuşbaşı": 0, Bütün: 0 }),
  },
  menu: [
    {
      name: "Dana",
      products: [
        product("Dana Kıyma", 440, "steak", "Yağ oranı %15, but ve döş karışık.", {
          groups: ["weight", "mince"],
          stock: [60],
        }),
        product("Dana Kuşbaşı", 470, "steak", "Sote ve güveç için but.", {
          groups: ["weight", "cut"],
          stock: [45],
        }),
        product("Dana Antrikot", 720, "steak", "Yirmi bir gün dinlenmiş, 500 g.", { stock: [20] }),
        product("Kasap Sucuk", 420, "bacon", "Ev yapımı, baharatlı, 500 g.", { stock: [30] }),
        product("Pastırma", 390, "bacon", "Kayseri usulü çemenli, 200 g.", { stock: [15] }),
      ],
    },
    {
      name: "Kuzu",
      products: [
        product("Kuzu Pirzola", 780, "meat-on-bone", "Kıvırcık, 500 g.", { stock: [24] }),
        product("Kuzu Kuşbaşı", 560, "meat-on-bone", "Yağsız but, 500 g.", { groups: ["cut"], stock: [30] }),
        product("Kuzu İncik", 640, "meat-on-bone", "İki adet, fırınlık.", { available: false }),
      ],
    },
    {
      name: "Tavuk",
      products: [
        product("Bütün Tavuk", 190, "drumstick", "Gezen tavuk, kilogram.", { groups: ["cut"] }),
        product("Tavuk Baget", 160, "drumstick", "Kilogram."),
        product("Tavuk Göğüs", 240, "drumstick", "Derisiz, kemiksiz, kilogram.", { stock: [40] }),
      ],
    },
    {
      name: "Mangallık",
      products: [
        product("Kasap Köfte", 480, "meatballs", "Baharatı kıvamında, kilogram.", { stock: [25] }),
        product("Çöp Şiş", 520, "steak", "Terbiyeli, yirmi şiş.", { stock: [18] }),
        product("Mangal Paketi", 1650, "fire", "Dört kişilik: köfte, pirzola, kanat ve sucuk.", {
          stock: [8],
        }),
      ],
    },
  ],
};
