// A late-night wrap shop, open from evening to past midnight, longer at weekends.
import { choose, product, ring, type Vendor } from "../vendor.ts";

export const geceDurum: Vendor = {
  slug: "gece-durum",
  name: "Gece Dürüm",
  type: "restaurant",
  description: "Maç çıkışı, konser sonrası, gece acıkınca: dürüm, midye ve kokoreç.",
  picture: "wrap",
  rating: { average: 4.2, count: 1530 },
  owner: { email: "owner-gece-durum@kapgel.test", name: "Volkan Şen", phone: "+90 555 010 10 07" },
  branches: [
    {
      area: "Osmanağa",
      district: "Kadıköy",
      street: "Osmanağa Mah. Kuşdili Cad. No: 45",
      phone: "+90 216 555 07 45",
      lat: 40.9889,
      lng: 29.0312,
      zone: [
        { outer: ring("-0.9 1.8, 0.7 2.3, 2.5 1.6, 3.1 -0.3, 2.2 -2.1, 0.4 -2.6, -1.2 -1.5, -1.3 0.2") },
      ],
      hours: [
        { days: [0, 1, 2, 3, 4], opens: "18:00", closes: "03:00" },
        { days: [5, 6], opens: "18:00", closes: "05:00" },
      ],
      prepMinutes: 15,
      minimum: 180,
      fee: { base: 35, perKm: 10 },
      alarm: { push: 1, email: 2, pause: 5 },
    },
  ],
  groups: {
    bread: choose("Ekmek", 1, 1, { Lavaş: 0, "Yarım ekmek": 0, "Tam ekmek": 120 }),
    heat: choose("Acı", 1, 1, { Acısız: 0, Acılı: 0, "Çok acılı": 0 }),
    extras: choose("Ekstra", 0, 3, { Kaşar: 35, Turşu: 15, "Patates kızartması": 30, "Çift et": 110 }),
  },
  menu: [
    {
      name: "Dürümler",
      products: [
        product("Tavuk Dürüm", 210, "wrap", "Közde tavuk, patates, turşu.", {
          groups: ["bread", "heat", "extras"],
        }),
        product("Et Dürüm", 320, "wrap", "Yaprak döner, soğan, domates.", {
          groups: ["bread", "heat", "extras"],
          stock: [70],
        }),
        product("Çiğ Köfte Dürüm", 130, "stuffed-flatbread", "Etsiz, nar ekşili, bol yeşillikli.", {
          groups: ["heat"],
        }),
        product("Kokoreç", 290, "baguette", "Kekikli, kimyonlu, kömürde.", {
          groups: ["bread", "heat"],
          stock: [40],
        }),
      ],
    },
    {
      name: "Gece Atıştırması",
      products: [
        product("Midye Dolma", 180, "oyster", "On adet, limonla.", { stock: [60] }),
        product("Islak Hamburger", 95, "burger", "Sarımsaklı domates sosunda.", { stock: [100] }),
        product("Sosisli", 140, "hot-dog", "Rus salatası, turşu ve hardalla.", { groups: ["extras"] }),
        product("Patso", 130, "fries", "Ekmek arası patates, sos çeşitleriyle."),
      ],
    },
    {
      name: "Çorba",
      products: [
        product("İşkembe Çorbası", 160, "stew", "Sarımsak ve sirkeyle."),
        product("Kelle Paça", 190, "stew", "Gece üçe kadar kaynar.", { available: false }),
      ],
    },
    {
      name: "İçecekler",
      products: [
        product("Ayran", 40, "glass-of-milk", "300 ml."),
        product("Kola", 65, "soft-drink", "Kutu, 330 ml."),
        product("Soda", 35, "ice-cube", "Sade ya da limonlu, 200 ml."),
      ],
    },
  ],
};
