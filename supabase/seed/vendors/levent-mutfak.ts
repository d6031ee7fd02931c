// Home cooking for the office towers of Levent: weekdays and Saturday lunch, closed on Sundays.
import { choose, product, ring, type Vendor } from "../vendor.ts";

export const leventMutfak: Vendor = {
  slug: "levent-mutfak",
  name: "Levent Mutfak",
  type: "restaurant",
  description: "Her gün değişen tencere yemekleri, zeytinyağlılar ve ofise doyurucu öğle menüsü.",
  picture: "stew",
  rating: { average: 4.3, count: 415 },
  owner: { email: "owner-levent-mutfak@kapgel.test", name: "Ayşe Güneş", phone: "+90 555 010 10 11" },
  branches: [
    {
      area: "Levent",
      district: "Beşiktaş",
      street: "Levent Mah. Sülün Sok. No: 14",
      phone: "+90 212 555 11 14",
      lat: 41.0806,
      lng: 29.0152,
      zone: [
        { outer: ring("-0.9 1.4, 0.4 1.9, 1.9 1.2, 2.4 -0.2, 1.5 -1.5, 0.2 -2.1, -1.2 -1.4, -1.5 0.1") },
      ],
      hours: [
        { days: [1, 2, 3, 4, 5], opens: "10:30", closes: "20:30" },
        { days: [6], opens: "11:00", closes: "16:00" },
      ],
      prepMinutes: 20,
      minimum: 200,
      fee: { base: 30, freeFrom: 600 },
    },
  ],
  groups: {
    side: choose("Yanına", 1, 1, { Pilav: 0, Bulgur: 0, Makarna: 0, Salata: 20 }),
    extras: choose("Ek", 0, 3, { Cacık: 50, Turşu: 35, "Yarım ekmek": 10, Yoğurt: 45 }),
    soup: choose("Çorba seçimi", 1, 1, { Mercimek: 0, Ezogelin: 0, Yayla: 0 }),
  },
  menu: [
    {
      name: "Öğle Menüsü",
      products: [
        product("Ofis Menüsü", 360, "bento", "Çorba, günün yemeği, yanına bir seçim ve tatlı.", {
          groups: ["soup", "side"],
          stock: [60],
        }),
        product("Hafif Menü", 310, "salad", "Çorba, zeytinyağlı tabağı ve ayran.", {
          groups: ["soup"],
          stock: [40],
        }),
      ],
    },
    {
      name: "Tencere Yemekleri",
      products: [
        product("Kuru Fasulye", 210, "beans", "İspir fasulyesi, tereyağında.", {
          groups: ["side", "extras"],
          stock: [50],
        }),
        product("Etli Nohut", 240, "stew", "Dana kuşbaşı ile.", { groups: ["side", "extras"] }),
        product("Tas Kebabı", 330, "stew", "Ağır ateşte dana, patates, havuç.", {
          groups: ["side", "extras"],
          stock: [25],
        }),
        product("Karnıyarık", 260, "eggplant", "Kıymalı patlıcan, domatesli.", {
          groups: ["side"],
          stock: [20],
        }),
        product("Etli Dolma", 250, "bell-pepper", "Dört adet biber dolması, yoğurtla.", {
          groups: ["extras"],
        }),
        product("Mantı", 290, "dumpling", "Kayseri usulü, sarımsaklı yoğurt, nane."),
      ],
    },
    {
      name: "Zeytinyağlılar",
      products: [
        product("Taze Fasulye", 170, "pea-pod", "Soğuk, domatesli."),
        product("Yaprak Sarma", 190, "lettuce", "On adet, vişneli.", { stock: [18] }),
        product("Barbunya Pilaki", 165, "beans", "Havuç ve patatesle.", { available: false }),
      ],
    },
    {
      name: "Çorba, Pilav, Tatlı",
      products: [
        product("Günün Çorbası", 100, "stew", "Seçtiğiniz çorba, limonla.", { groups: ["soup"] }),
        product("Tereyağlı Pilav", 90, "rice", "Baldo pirinç, nohutlu."),
        product("Makarna", 150, "spaghetti", "Domates soslu, peynirli."),
        product("Kabak Tatlısı", 130, "sweet-potato", "Tahin ve cevizle."),
        product("Revani", 110, "cheesecake", "İrmikli, hindistan cevizli."),
      ],
    },
  ],
};
