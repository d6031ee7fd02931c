// Burgers and pizza for students: many shared option groups, open until two at night.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const abbasagaBurger: Vendor = {
  slug: "abbasaga-burger",
  name: "Abbasağa Burger & Pizza",
  type: "restaurant",
  description: "Günlük çekilen dana köfte, ekşi mayalı pizza hamuru, el kesimi patates.",
  picture: "burger",
  rating: { average: 4.4, count: 1377 },
  owner: { email: "owner-abbasaga-burger@kapgel.test", name: "Emre Polat", phone: "+90 555 010 10 13" },
  branches: [
    {
      area: "Abbasağa",
      district: "Beşiktaş",
      street: "Abbasağa Mah. Yıldız Cad. No: 27",
      phone: "+90 212 555 13 27",
      lat: 41.0468,
      lng: 29.0071,
      zone: [{ outer: ring("-1.9 1.2, -0.7 2.6, 1.1 2.4, 2.6 1.5, 2.3 0.3, 0.8 -0.5, -0.6 -1, -1.8 -0.4") }],
      hours: daily("11:00", "02:00"),
      prepMinutes: 20,
      minimum: 220,
      fee: { base: 39, freeFrom: 800 },
    },
  ],
  groups: {
    patty: choose("Köfte", 1, 1, { "Tek 120 g": 0, "Çift 240 g": 150 }),
    doneness: choose("Pişme", 1, 1, { "Orta pişmiş": 0, "İyi pişmiş": 0 }),
    extras: choose("Ekstra", 0, 4, {
      Cheddar: 35,
      "Karamelize soğan": 25,
      Pastırma: 70,
      Jalapeno: 20,
      Yumurta: 30,
    }),
    size: choose("Boy", 1, 1, { "26 cm": 0, "32 cm": 120, "40 cm": 260 }),
    sauce: choose("Sos", 0, 3, { Ketçap: 0, Mayonez: 0, "Acı mayonez": 15, Ranch: 20 }),
    drink: choose("İçecek", 1, 1, { Kola: 0, Ayran: 0, Limonata: 40 }),
  },
  menu: [
    {
      name: "Burgerler",
      products: [
        product("Klasik Burger", 320, "burger", "Dana köfte, marul, domates, turşu.", {
          groups: ["patty", "doneness", "extras", "sauce"],
          stock: [80],
        }),
        product("Cheeseburger", 350, "burger", "Çift cheddar, karamelize soğan.", {
          groups: ["patty", "doneness", "extras", "sauce"],
          stock: [80],
        }),
        product("Mantarlı Burger", 370, "burger", "Kremalı kestane mantarı, kaşar.", {
          groups: ["patty", "doneness"],
        }),
        product("Çıtır Tavuk Burger", 300, "drumstick", "Panelenmiş but, ranch sos.", {
          groups: ["extras", "sauce"],
        }),
        product("Falafel Burger", 280, "meatballs", "Nohut köftesi, tahin, turşu.", {
          groups: ["sauce"],
          stock: [20],
        }),
      ],
    },
    {
      name: "Pizzalar",
      products: [
        product("Margarita", 340, "pizza", "Mozzarella, domates, fesleğen.", { groups: ["size"] }),
        product("Sucuklu Pizza", 400, "pizza", "Kasap sucuk, yeşil biber, mozzarella.", {
          groups: ["size", "extras"],
        }),
        product("Karışık Pizza", 430, "pizza", "Sucuk, mantar, mısır, zeytin.", {
          groups: ["size"],
          stock: [50],
        }),
        product("Dört Peynirli", 420, "cheese", "Mozzarella, tulum, rokfor, parmesan.", { groups: ["size"] }),
      ],
    },
    {
      name: "Menüler",
      products: [
        product("Öğrenci Menüsü", 390, "burger", "Klasik burger, patates ve içecek.", {
          groups: ["drink"],
          stock: [60],
        }),
        product("İkili Pizza Menüsü", 780, "pizza", "İki orta pizza ve 1 litre içecek.", {
          groups: ["drink"],
        }),
      ],
    },
    {
      name: "Yanına",
      products: [
        product("Patates Kızartması", 120, "fries", "El kesimi.", { groups: ["sauce"] }),
        product("Soğan Halkası", 130, "onion", "Sekiz adet.", { groups: ["sauce"] }),
        product("Taco", 190, "taco", "Acılı kıyma, mısır, kişniş.", { available: false }),
        product("Kola", 65, "soft-drink", "Kutu, 330 ml."),
        product("Waffle", 220, "waffle", "Çikolata ve muzla."),
      ],
    },
  ],
};
