// A greengrocer: prices a kilogram or a bunch, nearly everything counted.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const hasatManav: Vendor = {
  slug: "hasat-manav",
  name: "Hasat Manav",
  type: "greengrocer",
  description: "Halden her sabah gelen meyve ve sebze; köy yumurtası ve kendi turşumuz.",
  picture: "grapes",
  rating: { average: 4.4, count: 287 },
  owner: { email: "owner-hasat-manav@kapgel.test", name: "İbrahim Çetin", phone: "+90 555 010 10 05" },
  branches: [
    {
      area: "Erenköy",
      district: "Kadıköy",
      street: "Erenköy Mah. Şemsettin Günaltay Cad. No: 203",
      phone: "+90 216 555 05 20",
      lat: 40.9724,
      lng: 29.0752,
      zone: [
        { outer: ring("-2.2 0.4, -1.2 1.5, 0.4 1.9, 1.9 1.2, 2.3 -0.5, 1.5 -1.9, 0.3 -1.6, -1.1 -1.4") },
      ],
      hours: daily("08:00", "21:30"),
      prepMinutes: 20,
      minimum: 250,
      fee: { base: 30, freeFrom: 600 },
    },
  ],
  groups: {
    weight: choose("Miktar", 1, 1, { "1 kg": 0, "2 kg": 70 }),
    ripeness: choose("Olgunluk", 1, 1, { "Bugün yenecek": 0, "Birkaç gün dayansın": 0 }),
  },
  menu: [
    {
      name: "Meyveler",
      products: [
        product("Amasya Elması", 70, "red-apple", "Sert ve kokulu, kilogram.", {
          groups: ["weight"],
          stock: [80],
        }),
        product("Yeşil Elma", 75, "green-apple", "Ekşi, kilogram.", { groups: ["weight"], stock: [60] }),
        product("Deveci Armudu", 95, "pear", "Sulu, kilogram.", { stock: [35] }),
        product("Muz", 110, "banana", "Anamur, kilogram.", { groups: ["ripeness"], stock: [90] }),
        product("Portakal", 60, "orange", "Finike, sıkmalık ya da sofralık, kilogram.", { stock: [120] }),
        product("Limon", 55, "lemon", "Yatak limonu, kilogram.", { stock: [100] }),
        product("Sultani Üzüm", 90, "grapes", "Çekirdeksiz, kilogram.", { stock: [40] }),
        product("Çilek", 150, "strawberry", "Yarım kilo, kutuda.", { stock: [18] }),
        product("Karpuz", 160, "watermelon", "Bütün, 4–5 kg.", { available: false }),
        product("Kivi", 120, "kiwi", "Yalova, kilogram.", { groups: ["ripeness"] }),
        product("Avokado", 65, "avocado", "Tane.", { groups: ["ripeness"], stock: [45] }),
      ],
    },
    {
      name: "Sebzeler",
      products: [
        product("Salkım Domates", 75, "tomato", "Ayaş, kilogram.", { groups: ["weight"], stock: [100] }),
        product("Salatalık", 60, "cucumber", "Çengelköy, kilogram.", { stock: [70] }),
        product("Patlıcan", 70, "eggplant", "Kemer, kilogram.", { stock: [50] }),
        product("Sivri Biber", 80, "chili", "Tatlı ya da acı, kilogram.", { stock: [30] }),
        product("Dolmalık Biber", 75, "bell-pepper", "Kilogram.", { stock: [30] }),
        product("Havuç", 45, "carrot", "Beypazarı, kilogram.", { stock: [60] }),
        product("Patates", 35, "potato", "Niğde, kilogram.", { groups: ["weight"], stock: [200] }),
        product("Kuru Soğan", 30, "onion", "Kilogram.", { stock: [150] }),
        product("Brokoli", 85, "broccoli", "Kilogram.", { stock: [0] }),
        product("Kıvırcık Marul", 40, "lettuce", "Tane."),
        product("Kültür Mantarı", 110, "mushroom", "400 g, tabakta.", { stock: [24] }),
      ],
    },
    {
      name: "Kiler",
      products: [
        product("Köy Yumurtası", 150, "eggs", "Gezen tavuk, 15'li.", { stock: [20] }),
        product("Karışık Turşu", 120, "jar", "Ev kurması, 1 kg kavanoz."),
        product("Gemlik Zeytini", 210, "olive", "Yağlı sele, yarım kilo."),
      ],
    },
  ],
};
