// A börek shop for breakfast: opens before dawn and is sold out, and closed, by the afternoon.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const sinanpasaBorek: Vendor = {
  slug: "sinanpasa-borek",
  name: "Sinanpaşa Börekçisi",
  type: "bakery",
  description: "El açması börek, çıtır simit ve kahvaltı tabağı; tepsi bitince kapanır.",
  picture: "dumpling",
  rating: { average: 4.5, count: 877 },
  owner: { email: "owner-sinanpasa-borek@kapgel.test", name: "Gülsüm Demirel", phone: "+90 555 010 10 10" },
  branches: [
    {
      area: "Sinanpaşa",
      district: "Beşiktaş",
      street: "Sinanpaşa Mah. Ihlamurdere Cad. No: 58",
      phone: "+90 212 555 10 58",
      lat: 41.0438,
      lng: 29.0059,
      zone: [{ outer: ring("-1.5 0.9, -0.5 1.9, 1 2.1, 2.1 1.4, 2 0.5, 0.9 -0.2, -0.3 -0.8, -1.4 -0.5") }],
      hours: daily("05:30", "16:00"),
      prepMinutes: 10,
      minimum: 150,
      fee: { base: 29, freeFrom: 450 },
    },
  ],
  groups: {
    portion: choose("Porsiyon", 1, 1, { "200 g": 0, "400 g": 130, "1 kg": 480 }),
    sugar: choose("Üzerine", 0, 1, { "Pudra şekeri": 0 }),
    tea: choose("İçecek", 1, 1, { Çay: 0, Ayran: 15, "Portakal suyu": 60 }),
  },
  menu: [
    {
      name: "Börekler",
      products: [
        product("Su Böreği", 150, "pie", "Peynirli ve maydanozlu.", { groups: ["portion"], stock: [40] }),
        product("Kıymalı Kol Böreği", 145, "dumpling", "Dana kıyma ve soğanla.", {
          groups: ["portion"],
          stock: [35],
        }),
        product("Ispanaklı Börek", 135, "dumpling", "Lor peynirli.", { groups: ["portion"] }),
        product("Küt Böreği", 120, "moon-cake", "Sade, tereyağlı.", { groups: ["portion", "sugar"] }),
        product("Laz Böreği", 160, "waffle", "Muhallebili, kat kat.", {
          groups: ["portion", "sugar"],
          available: false,
        }),
      ],
    },
    {
      name: "Kahvaltı",
      products: [
        product("Kahvaltı Tabağı", 340, "fried-egg", "Peynirler, zeytin, bal, kaymak, yumurta.", {
          groups: ["tea"],
          stock: [22],
        }),
        product("Menemen", 210, "shallow-pan", "Domates, biber, iki yumurta.", { groups: ["tea"] }),
        product("Sucuklu Yumurta", 240, "fried-egg", "Bakır sahanda.", { groups: ["tea"] }),
        product("Bal ve Kaymak", 180, "honey", "Afyon kaymağı, çam balı."),
      ],
    },
    {
      name: "Unlu Mamuller",
      products: [
        product("Simit", 20, "pretzel", "Odun ateşinde, bol susamlı.", { stock: [120] }),
        product("Peynirli Poğaça", 35, "dumpling", "Dereotlu.", { stock: [3] }),
        product("Kaşarlı Tost", 130, "sandwich", "Bol kaşar, iki dilim."),
      ],
    },
    {
      name: "İçecekler",
      products: [
        product("Çay", 30, "tea-cup", "Demlik."),
        product("Taze Portakal Suyu", 95, "orange", "300 ml, o an sıkılır."),
      ],
    },
  ],
};
