// A grill house in Ankara, open past midnight, closed on Mondays; fees go by distance.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const ayranciOcakbasi: Vendor = {
  slug: "ayranci-ocakbasi",
  name: "Ayrancı Ocakbaşı",
  type: "restaurant",
  description: "Bakır davlumbaz altında ciğer, kuzu şiş ve közde sebze; Ankara tava perşembeleri.",
  picture: "fire",
  rating: { average: 4.7, count: 689 },
  owner: { email: "owner-ayranci-ocakbasi@kapgel.test", name: "Serkan Aksoy", phone: "+90 555 010 10 16" },
  branches: [
    {
      area: "Güvenevler",
      district: "Çankaya",
      street: "Güvenevler Mah. Güvenlik Cad. No: 75",
      phone: "+90 312 555 16 75",
      lat: 39.8978,
      lng: 32.8571,
      zone: [{ outer: ring("-2.6 0.6, -1.5 2.2, 0.3 2.9, 2.1 2, 2.8 0, 1.9 -2.1, 0 -2.7, -1.9 -1.8") }],
      hours: daily("17:00", "02:30", [1]),
      prepMinutes: 25,
      minimum: 300,
      fee: { base: 30, perKm: 14, freeFrom: 1200 },
      hands: 4,
    },
  ],
  groups: {
    portion: choose("Porsiyon", 1, 1, { "Tek porsiyon": 0, "Bir buçuk": 220, Duble: 420 }),
    extras: choose("Yanına", 0, 3, { "Közde soğan": 30, "Közde biber": 35, Ezme: 45, Lavaş: 20 }),
    heat: choose("Acı", 1, 1, { Acısız: 0, Acılı: 0 }),
  },
  menu: [
    {
      name: "Ocaktan",
      products: [
        product("Kuzu Şiş", 490, "meat-on-bone", "But eti, kuyruk yağıyla.", {
          groups: ["portion", "extras"],
          stock: [40],
        }),
        product("Ciğer Şiş", 430, "steak", "Kuzu ciğeri, sumaklı soğan.", {
          groups: ["portion", "heat"],
          stock: [30],
        }),
        product("Adana", 440, "meat-on-bone", "Zırh kıyması.", {
          groups: ["portion", "heat", "extras"],
          stock: [60],
        }),
        product("Beyti", 500, "wrap", "Lavaşa sarılı, yoğurtlu.", { groups: ["heat"] }),
        product("Kuzu Kaburga", 760, "meat-on-bone", "Ağır ateşte, kekikli.", { stock: [8] }),
        product("Tavuk Kanat", 350, "drumstick", "On parça.", { groups: ["heat", "extras"] }),
      ],
    },
    {
      name: "Ankara Usulü",
      products: [
        product("Ankara Tava", 460, "rice", "Kuzu etli arpa şehriye pilavı.", { stock: [15] }),
        product("Ankara Döneri", 480, "stuffed-flatbread", "Yaprak döner, tırnak pide.", {
          groups: ["portion"],
          stock: [0],
        }),
        product("Sac Kavurma", 520, "shallow-pan", "Dana kuşbaşı, biber, domates.", { groups: ["portion"] }),
      ],
    },
    {
      name: "Mezeler",
      products: [
        product("Acılı Ezme", 120, "tomato", "Nar ekşili, cevizli."),
        product("Haydari", 130, "garlic", "Süzme yoğurt, nane."),
        product("Közde Patlıcan", 140, "eggplant", "Sarımsaklı, zeytinyağlı."),
        product("Gavurdağı Salata", 150, "salad", "Ceviz, nar, sumak."),
        product("İçli Köfte", 90, "meatballs", "Tane.", { available: false }),
      ],
    },
    {
      name: "İçecekler",
      products: [
        product("Açık Ayran", 50, "glass-of-milk", "Bakır maşrapa."),
        product("Şalgam", 50, "juice-box", "Acılı ya da acısız."),
        product("Soda", 35, "ice-cube", "200 ml."),
      ],
    },
  ],
};
