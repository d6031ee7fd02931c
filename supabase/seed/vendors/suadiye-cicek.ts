// A florist that opens late and works through holidays, with special days of its own.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const suadiyeCicek: Vendor = {
  slug: "suadiye-cicek",
  name: "Suadiye Çiçek Atölyesi",
  type: "florist",
  description: "Mevsim çiçeğinden buketler, saksı bitkileri ve el yazısı not kartları.",
  picture: "bouquet",
  rating: { average: 4.9, count: 198 },
  owner: { email: "owner-suadiye-cicek@kapgel.test", name: "Melis Arslan", phone: "+90 555 010 10 08" },
  branches: [
    {
      area: "Suadiye",
      district: "Kadıköy",
      street: "Suadiye Mah. Bağdat Cad. No: 412",
      phone: "+90 216 555 08 41",
      lat: 40.9607,
      lng: 29.0812,
      zone: [{ outer: ring("-3.4 1.7, -2 2.6, 0.3 2.7, 2.2 1.7, 3 -0.2, 2 -1, 0.3 -0.8, -1.6 0.1") }],
      hours: daily("09:30", "20:30"),
      specialDays: [
        { date: "2026-12-31", note: "Yılbaşı çiçekleri", opens: "08:00", closes: "23:00" },
        { date: "2027-01-01", note: "Yılbaşı" },
        { date: "2027-02-14", note: "Sevgililer Günü", opens: "07:00", closes: "23:30" },
        { date: "2027-05-09", note: "Anneler Günü", opens: "07:00", closes: "22:00" },
      ],
      prepMinutes: 40,
      code: true,
      minimum: 350,
      fee: { base: 60, perKm: 15, freeFrom: 1800 },
    },
  ],
  groups: {
    size: choose("Boy", 1, 1, { Küçük: 0, Orta: 350, Büyük: 750 }),
    card: choose("Not kartı", 0, 1, { "Boş kart": 20, "El yazısı kart": 45 }),
    wrap: choose("Sunum", 1, 1, { "Kraft kâğıt": 0, "Cam vazo": 290, Kutu: 180 }),
  },
  menu: [
    {
      name: "Buketler",
      products: [
        product("Mevsim Buketi", 850, "bouquet", "O sabahın en güzelleri, okaliptüsle.", {
          groups: ["size", "wrap", "card"],
          stock: [15],
        }),
        product("Kırmızı Güller", 1250, "rose", "Dokuz uzun saplı gül.", {
          groups: ["size", "wrap", "card"],
          stock: [12],
        }),
        product("Papatya Demeti", 520, "daisy", "Kır papatyaları, kraft kâğıtta.", {
          groups: ["card"],
          stock: [20],
        }),
        product("Ayçiçekleri", 690, "sunflower", "Beş iri ayçiçeği.", { groups: ["wrap", "card"] }),
        product("İstanbul Laleleri", 780, "tulip", "On renkli lale.", {
          groups: ["wrap", "card"],
          available: false,
        }),
        product("Lavanta Demeti", 390, "lavender", "Isparta'dan, kurutulmuş.", { groups: ["card"] }),
      ],
    },
    {
      name: "Saksı Bitkileri",
      products: [
        product("Barış Çiçeği", 720, "potted-plant", "Seramik saksıda, 60 cm.", {
          groups: ["card"],
          stock: [9],
        }),
        product("Mini Kaktüs", 190, "cactus", "Üçlü set.", { groups: ["card"], stock: [25] }),
        product("Saksıda Fesleğen", 120, "herb", "Mutfak penceresi için.", { stock: [30] }),
        product("Ortanca", 640, "hibiscus", "Pembe ya da mavi, saksıda.", { groups: ["card"] }),
      ],
    },
    {
      name: "Hediye",
      products: [
        product("Peluş Ayı", 480, "teddy-bear", "40 cm, kurdeleli.", { groups: ["card"], stock: [7] }),
        product("Kalp Kutuda Çikolata", 560, "heart-box", "On altı parça, el yapımı.", { groups: ["card"] }),
        product("Uçan Balon", 150, "balloon", "Folyo, helyumlu.", { stock: [40] }),
        product("Kokulu Mum", 320, "candle", "Soya mumu, portakal çiçeği."),
      ],
    },
  ],
};
