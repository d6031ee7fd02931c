// A fish restaurant on the Bosphorus; its zone is two pieces, the shore and the hill behind it, with the grove between left out.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const sahilBalik: Vendor = {
  slug: "sahil-balik",
  name: "Sahil Balık Evi",
  type: "restaurant",
  description: "Günün balığı ızgarada ya da tavada; soğuk mezeler, kalamar ve balık ekmek.",
  picture: "fish",
  rating: { average: 4.6, count: 503 },
  owner: { email: "owner-sahil-balik@kapgel.test", name: "Cemal Reisoğlu", phone: "+90 555 010 10 09" },
  branches: [
    {
      area: "Arnavutköy",
      district: "Beşiktaş",
      street: "Arnavutköy Mah. Bebek Arnavutköy Cad. No: 33",
      phone: "+90 212 555 09 33",
      lat: 41.0672,
      lng: 29.0436,
      zone: [
        { outer: ring("-2.1 -1.7, -1.3 -1.9, -0.2 -0.9, 0.5 0.1, 0.5 1.6, -0.2 1.7, -0.6 0.4, -1 -0.7") },
        { outer: ring("-2.6 0.1, -1.5 0.3, -1.1 1.5, -0.9 2.4, -2 2.6, -2.9 1.6") },
      ],
      hours: daily("12:00", "24:00"),
      prepMinutes: 30,
      minimum: 400,
      fee: { base: 55, freeFrom: 1500 },
    },
  ],
  groups: {
    cooking: choose("Pişirme", 1, 1, { Izgara: 0, Tava: 0, Buğulama: 40 }),
    side: choose("Yanına", 0, 2, { Roka: 40, "Haşlanmış patates": 50, "Kırmızı soğan": 15 }),
    sauce: choose("Sos", 0, 2, { Tarator: 30, "Limon sos": 20 }),
  },
  menu: [
    {
      name: "Balıklar",
      products: [
        product("Levrek", 620, "fish", "Ege'den, bütün, 400–500 g.", {
          groups: ["cooking", "side"],
          stock: [14],
        }),
        product("Çipura", 590, "fish", "Bütün, 400 g.", { groups: ["cooking", "side"], stock: [14] }),
        product("Hamsi Tava", 420, "fish", "Mısır ununda, Karadeniz usulü.", {
          groups: ["side"],
          stock: [25],
        }),
        product("Somon Izgara", 690, "sushi", "Kılçıksız fileto, ızgara sebzeyle.", {
          groups: ["side", "sauce"],
        }),
        product("Lüfer", 880, "fish", "Mevsiminde, Boğaz'dan.", { groups: ["cooking"], available: false }),
      ],
    },
    {
      name: "Deniz Ürünleri",
      products: [
        product("Kalamar Tava", 460, "squid", "Taratorla.", { groups: ["sauce"], stock: [20] }),
        product("Karides Güveç", 480, "shrimp", "Tereyağı, mantar, kaşar.", { stock: [16] }),
        product("Ahtapot Izgara", 640, "octopus", "Zeytinyağı ve kekikle.", { stock: [6] }),
        product("Midye Tava", 320, "oyster", "İki şiş, taratorlu.", { groups: ["sauce"] }),
      ],
    },
    {
      name: "Mezeler",
      products: [
        product("Fava", 150, "beans", "Dereotu ve sızma zeytinyağıyla."),
        product("Deniz Börülcesi", 190, "herb", "Sarımsaklı, limonlu."),
        product("Beyaz Peynir ve Kavun", 220, "melon", "Ezine peyniri."),
        product("Roka Salatası", 160, "salad", "Ceviz ve parmesanla."),
      ],
    },
    {
      name: "Ekmek Arası ve İçecek",
      products: [
        product("Balık Ekmek", 260, "baguette", "Uskumru fileto, soğan, marul, limon.", { stock: [40] }),
        product("Ev Limonatası", 110, "lemonade", "Naneli."),
        product("Su", 25, "droplet", "Cam şişe, 330 ml."),
      ],
    },
  ],
};
