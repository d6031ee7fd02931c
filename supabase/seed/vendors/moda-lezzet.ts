// Moda Lezzet, the vendor every walk-through uses: its first branch never closes and delivers to all of central Kadıköy.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const modaLezzet: Vendor = {
  slug: "moda-lezzet",
  name: "Moda Lezzet",
  type: "restaurant",
  description: "Mahallenin ocakbaşı: odun ateşinde kebap, taş fırında lahmacun ve pide, günün çorbası.",
  picture: "stuffed-flatbread",
  rating: { average: 4.8, count: 1284 },
  owner: { email: "vendor@kapgel.test", name: "Selin Aydın", phone: "+90 555 010 10 01" },
  branches: [
    {
      area: "Caferağa",
      district: "Kadıköy",
      street: "Caferağa Mah. Moda Cad. No: 114",
      phone: "+90 216 555 01 14",
      lat: 40.9855,
      lng: 29.0262,
      zone: [
        {
          outer: ring(
            "0.3 3.9, 1.9 3.8, 3.5 2.4, 4.1 0.5, 3.9 -1.6, 2.5 -3.1, 0.5 -3.6, -1.6 -3.2, -2.9 -2, -3.5 -0.2, -3.2 1.6, -1.9 3.1",
          ),
        },
      ],
      hours: daily("00:00", "24:00"),
      prepMinutes: 15,
      minimum: 100,
      fee: { base: 39, freeFrom: 600 },
      alarm: { push: 2, email: 4, pause: null },
    },
    {
      area: "Göztepe",
      district: "Kadıköy",
      street: "Göztepe Mah. Tütüncü Mehmet Efendi Cad. No: 61",
      phone: "+90 216 555 01 61",
      lat: 40.9782,
      lng: 29.0611,
      zone: [{ outer: ring("-1.6 1.1, -0.3 1.9, 1.3 1.8, 2.6 0.7, 2.4 -0.9, 1.2 -2, -0.4 -1.7, -1.8 -0.5") }],
      hours: daily("10:00", "23:30"),
      specialDays: [
        { date: "2026-12-31", note: "Yılbaşı gecesi erken kapanış", opens: "10:00", closes: "20:00" },
        { date: "2027-01-01", note: "Yılbaşı" },
      ],
      prepMinutes: 20,
      minimum: 150,
      fee: { base: 29, perKm: 12, freeFrom: 750 },
    },
  ],
  groups: {
    portion: choose("Porsiyon", 1, 1, { "Tek porsiyon": 0, "Bir buçuk porsiyon": 210, Duble: 390 }),
    heat: choose("Acı", 1, 1, { Acısız: 0, "Az acılı": 0, Acılı: 0 }),
    extras: choose("Ekstralar", 0, 3, {
      "Közlenmiş biber": 35,
      "Közlenmiş domates": 35,
      Ezme: 45,
      Haydari: 60,
      Pilav: 55,
      Lavaş: 20,
    }),
    sauces: choose("Soslar", 0, 2, { "Nar ekşisi": 15, "Sarımsaklı yoğurt": 25, "Acı sos": 15 }),
    drink: choose("İçecek seçimi", 1, 1, { Ayran: 0, Şalgam: 10, Kola: 20, Su: -15 }),
  },
  menu: [
    {
      name: "Menüler",
      products: [
        product("Adana Menü", 560, "stuffed-flatbread", "Adana kebap, günün çorbası ve bir içecek.", {
          groups: ["heat", "drink", "extras"],
          stock: [120],
        }),
        product("Lahmacun Menü", 330, "flatbread", "İki lahmacun, yeşillik, limon ve bir içecek.", {
          allergens: ["gluten"],
          groups: ["drink"],
        }),
      ],
    },
    {
      name: "Kebaplar",
      products: [
        product(
          "Adana Kebap",
          420,
          "meat-on-bone",
          "Zırhla çekilmiş kuzu kıyması, közde biber ve domates, lavaş.",
          {
            groups: ["portion", "heat", "extras"],
            stock: [200, 80],
          },
        ),
        product("Urfa Kebap", 420, "meat-on-bone", "Adana'nın acısızı: kuzu kıyması, sumaklı soğan, lavaş.", {
          groups: ["portion", "extras"],
          stock: [100],
        }),
        product(
          "Tavuk Kanat",
          340,
          "drumstick",
          "Yoğurtla terbiye edilmiş sekiz parça kanat, bulgur pilavı.",
          {
            allergens: ["gluten", "milk"],
            groups: ["portion", "extras"],
          },
        ),
        product("Kuzu Pirzola", 790, "meat-on-bone", "Kekikle terbiye edilmiş dört parça kuzu pirzola.", {
          groups: ["extras"],
          stock: [20, 12],
        }),
        product("İskender", 520, "curry-rice", "Yaprak döner, pide, domates sosu, tereyağı ve yoğurt.", {
          allergens: ["gluten", "milk"],
          groups: ["portion"],
          stock: [50],
        }),
        product("Izgara Köfte", 380, "meatballs", "Dana köfte, piyaz ve közlenmiş biber.", {
          allergens: ["eggs", "gluten"],
          groups: ["portion", "extras"],
        }),
        product("Ali Nazik", 470, "eggplant", "Közlenmiş patlıcan, süzme yoğurt ve tereyağlı kuşbaşı.", {
          allergens: ["milk"],
          stock: [3],
        }),
      ],
    },
    {
      name: "Taş Fırın",
      products: [
        product("Lahmacun", 130, "flatbread", "İncecik hamur, kuzu kıyması, maydanoz ve limon.", {
          allergens: ["gluten"],
          groups: ["heat"],
        }),
        product("Kıymalı Pide", 290, "pizza", "El açması hamur, kıyma, biber ve domates."),
        product("Kaşarlı Pide", 280, "pizza", "Eski kaşar ve tereyağı."),
        product("Tavuk Dürüm", 220, "wrap", "Lavaşa sarılı tavuk döner, turşu ve patates.", {
          allergens: ["gluten"],
          groups: ["sauces", "extras"],
        }),
        product("Et Döner Dürüm", 310, "wrap", "Lavaşa sarılı yaprak et döner, domates ve soğan.", {
          allergens: ["gluten"],
          groups: ["sauces", "extras"],
          stock: [0, 40],
        }),
      ],
    },
    {
      name: "Çorbalar ve Mezeler",
      products: [
        product("Mercimek Çorbası", 110, "stew", "Süzme kırmızı mercimek, nane ve limonla."),
        product("Çoban Salata", 120, "salad", "Domates, salatalık, biber, soğan, sızma zeytinyağı."),
        product("Humus", 130, "beans", "Tahinli nohut ezmesi, sıcak tereyağı ve kimyon.", {
          allergens: ["milk", "sesame"],
          notAt: [1],
        }),
        product("Patates Kızartması", 110, "fries", "Elde doğranmış, kekikli."),
      ],
    },
    {
      name: "Tatlılar",
      products: [
        product("Künefe", 240, "pie", "Hatay peyniri ve tel kadayıf, Antep fıstığıyla, sıcak.", {
          allergens: ["gluten", "milk", "nuts"],
          stock: [30, 15],
        }),
        product("Fırın Sütlaç", 130, "custard", "Güveçte, üstü nar gibi kızarmış.", {
          allergens: ["milk"],
          available: false,
        }),
      ],
    },
    {
      name: "İçecekler",
      products: [
        product("Ayran", 45, "glass-of-milk", "Yayık ayranı, 300 ml.", { allergens: ["milk"], stock: [200] }),
        product("Kola", 65, "soft-drink", "Kutu, 330 ml."),
        product("Şalgam Suyu", 55, "juice-box", "Acılı ya da acısız, 300 ml."),
        product("Su", 20, "droplet", "Pet şişe, 500 ml."),
      ],
    },
  ],
};
