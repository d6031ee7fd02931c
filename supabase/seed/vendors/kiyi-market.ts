// A neighbourhood market with two branches that count their own stock; one stays open past midnight.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const kiyiMarket: Vendor = {
  slug: "kiyi-market",
  name: "Kıyı Market",
  type: "market",
  description: "Süt, kahvaltılık, kiler ve temizlik: mahallenin bakkalı, kapınıza kadar.",
  picture: "shopping-cart",
  rating: { average: 4.4, count: 1092 },
  owner: { email: "owner-kiyi-market@kapgel.test", name: "Tolga Ergin", phone: "+90 555 010 10 12" },
  branches: [
    {
      area: "Bebek",
      district: "Beşiktaş",
      street: "Bebek Mah. Cevdetpaşa Cad. No: 71",
      phone: "+90 212 555 12 71",
      lat: 41.0768,
      lng: 29.0428,
      zone: [{ outer: ring("-1.5 1.3, -0.4 2.2, 0.8 1.9, 0.7 0.5, 0.5 -0.6, 0.1 -1.7, -1.2 -1.5, -1.9 0") }],
      hours: daily("08:00", "02:00"),
      prepMinutes: 10,
      minimum: 200,
      fee: { base: 25, freeFrom: 500 },
    },
    {
      area: "Etiler",
      district: "Beşiktaş",
      street: "Etiler Mah. Nispetiye Cad. No: 96",
      phone: "+90 212 555 12 96",
      lat: 41.0822,
      lng: 29.0334,
      zone: [{ outer: ring("-1.8 0.7, -0.7 1.6, 0.7 1.5, 1.6 0.5, 1.1 -0.9, -0.1 -1.6, -1.6 -1.2") }],
      hours: daily("08:00", "23:00"),
      prepMinutes: 10,
      minimum: 200,
      fee: { base: 25, freeFrom: 500 },
    },
  ],
  groups: {
    bag: choose("Paket", 0, 1, { "Bez torba": 25 }),
    fat: choose("Çeşit", 1, 1, { "Tam yağlı": 0, "Yarım yağlı": 0, Laktozsuz: 12 }),
  },
  menu: [
    {
      name: "Süt ve Kahvaltılık",
      products: [
        product("Günlük Süt", 65, "glass-of-milk", "Cam şişe, 1 litre.", {
          groups: ["fat"],
          stock: [36, 48],
        }),
        product("Süzme Yoğurt", 140, "bowl", "900 g.", { stock: [20, 24] }),
        product("Ezine Peyniri", 320, "cheese", "Tam yağlı koyun, 500 g.", { stock: [15, 12] }),
        product("Tereyağı", 290, "butter", "Trabzon, 500 g.", { stock: [18, 10] }),
        product("Yumurta", 190, "eggs", "30'lu.", { stock: [22, 30] }),
        product("Çam Balı", 380, "honey", "Muğla, 850 g kavanoz.", { notAt: [1] }),
      ],
    },
    {
      name: "Temel Gıda",
      products: [
        product("Somun Ekmek", 18, "baguette", "Fırından günde iki kez.", { stock: [80, 60] }),
        product("Baldo Pirinç", 135, "rice", "1 kg."),
        product("Kırmızı Mercimek", 85, "beans", "1 kg."),
        product("Domates Salçası", 110, "canned-food", "Teneke, 830 g.", { stock: [40, 40] }),
        product("Un", 60, "wheat", "2 kg."),
        product("Deniz Tuzu", 35, "salt", "İyotlu, 750 g."),
        product("Makarna", 40, "spaghetti", "500 g."),
      ],
    },
    {
      name: "Atıştırmalık ve İçecek",
      products: [
        product("Sütlü Çikolata", 75, "chocolate", "Fındıklı, 80 g.", { groups: ["bag"], stock: [100, 100] }),
        product("Kavrulmuş Fıstık", 120, "peanuts", "200 g."),
        product("Patlamış Mısır", 55, "popcorn", "Tereyağlı, 90 g."),
        product("Vişne Suyu", 60, "juice-box", "1 litre.", { stock: [0, 24] }),
        product("Kaynak Suyu 5 L", 45, "pouring-water", "Pet, 5 litre.", { stock: [50, 50] }),
      ],
    },
    {
      name: "Temizlik ve Ev",
      products: [
        product("Tuvalet Kâğıdı", 260, "toilet-paper", "Üç katlı, 16'lı.", { stock: [30, 26] }),
        product("Sıvı Sabun", 95, "lotion-bottle", "Zeytinyağlı, 500 ml."),
        product("Bulaşık Süngeri", 45, "sponge", "Beşli."),
        product("Yüzey Temizleyici", 110, "bucket", "Lavanta kokulu, 2,5 litre."),
        product("Kalem Pil", 120, "battery", "AA, dörtlü.", { available: false }),
      ],
    },
  ],
};
