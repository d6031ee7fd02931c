// Çankaya Fırın, the second tenant of every access test: a bakery in Ankara with two branches and its own courier.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const cankayaFirin: Vendor = {
  slug: "cankaya-firin",
  name: "Çankaya Fırın",
  type: "bakery",
  description: "Sabah beşte yanan taş fırın: ekşi mayalı ekmek, Ankara simidi, börek ve kuru pasta.",
  picture: "baguette",
  rating: { average: 4.6, count: 742 },
  owner: { email: "vendor2@kapgel.test", name: "Hakan Yıldırım", phone: "+90 555 010 10 02" },
  branches: [
    {
      area: "Ayrancı",
      district: "Çankaya",
      street: "Ayrancı Mah. Hoşdere Cad. No: 87",
      phone: "+90 312 555 02 87",
      lat: 39.8994,
      lng: 32.8536,
      zone: [{ outer: ring("-0.4 2.1, 1.1 1.9, 2.2 0.6, 1.9 -1.2, 0.5 -2, -1.3 -1.7, -2.1 -0.3, -1.7 1.2") }],
      hours: daily("06:30", "22:00"),
      prepMinutes: 15,
      minimum: 120,
      fee: { base: 25, freeFrom: 350 },
    },
    {
      area: "Kızılay",
      district: "Çankaya",
      street: "Kızılay Mah. Karanfil Sok. No: 22",
      phone: "+90 312 555 02 22",
      lat: 39.9197,
      lng: 32.8549,
      zone: [{ outer: ring("-1.8 0.9, -0.6 1.8, 0.9 1.7, 2 0.8, 2.3 -0.8, 1 -1.6, -0.7 -1.5, -1.9 -0.6") }],
      hours: daily("07:00", "21:00", [0]),
      prepMinutes: 10,
      minimum: 120,
      fee: { base: 25, perKm: 8, freeFrom: 400 },
    },
  ],
  groups: {
    slicing: choose("Dilimleme", 1, 1, { Bütün: 0, Dilimlenmiş: 0 }),
    filling: choose("İç malzeme", 1, 1, { "Beyaz peynir": 0, Kaşar: 10, Zeytin: 5, Patates: 0 }),
    spread: choose("Yanına", 0, 3, { Tereyağı: 30, "Süzme bal": 45, "Krem peynir": 30, Reçel: 30 }),
  },
  menu: [
    {
      name: "Ekmekler",
      products: [
        product("Somun Ekmek", 18, "baguette", "Günlük beyaz ekmek, 230 g.", {
          groups: ["slicing"],
          stock: [150, 90],
        }),
        product("Ekşi Mayalı Köy Ekmeği", 130, "bread", "24 saat dinlenmiş hamur, 800 g.", {
          groups: ["slicing"],
          stock: [24, 18],
        }),
        product("Tam Buğday Ekmeği", 75, "bread", "Taş değirmen unu, 500 g.", { groups: ["slicing"] }),
        product("Çavdar Ekmeği", 85, "bread", "Yüzde yüz çavdar, 500 g.", {
          groups: ["slicing"],
          stock: [12],
        }),
        product("Bazlama", 35, "flatbread", "Sac üstünde pişmiş, üçlü paket."),
      ],
    },
    {
      name: "Simit ve Poğaça",
      products: [
        product("Ankara Simidi", 20, "pretzel", "Pekmezi bol, incecik ve çıtır.", {
          allergens: ["gluten", "sesame"],
          groups: ["spread"],
          stock: [200, 150],
        }),
        product("Poğaça", 35, "dumpling", "Tereyağlı hamur, seçtiğiniz iç.", {
          allergens: ["eggs", "gluten", "milk"],
          groups: ["filling"],
        }),
        product("Açma", 35, "donut", "Yumuşacık, tereyağlı.", {
          allergens: ["eggs", "gluten", "milk"],
          groups: ["spread"],
        }),
        product("Tereyağlı Kruvasan", 90, "croissant", "Kat kat, her sabah taze.", {
          allergens: ["gluten", "milk"],
          notAt: [1],
        }),
      ],
    },
    {
      name: "Börekler",
      products: [
        product("Su Böreği", 160, "pie", "Peynirli, el açması; porsiyon 250 g.", {
          allergens: ["eggs", "gluten", "milk"],
          stock: [16, 10],
        }),
        product("Kol Böreği", 140, "dumpling", "Kıymalı, patatesli ya da ıspanaklı.", {
          groups: ["filling"],
        }),
        product("Peynirli Gözleme", 150, "flatbread", "Sacda, tereyağıyla."),
      ],
    },
    {
      name: "Kuru Pasta",
      products: [
        product("Un Kurabiyesi", 180, "cookie", "Ağızda dağılan, 250 g."),
        product("Ay Çöreği", 65, "moon-cake", "Tarçınlı, cevizli, üzümlü."),
        product("Havuçlu Kek", 90, "cupcake", "Cevizli ve tarçınlı dilim.", { available: false }),
      ],
    },
    {
      name: "İçecekler",
      products: [
        product("Çay", 30, "tea-cup", "Demlik çay, karton bardak."),
        product("Ayran", 35, "glass-of-milk", "200 ml."),
      ],
    },
  ],
};
