// A water dealer: delivery only, one flat fee already in the price.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const duruKaynakSu: Vendor = {
  slug: "duru-kaynak-su",
  name: "Duru Kaynak Su",
  type: "water",
  description: "Damacana, bardak ve şişe su; boş damacananızı kapıdan alırız.",
  picture: "fountain",
  rating: { average: 4.1, count: 356 },
  owner: { email: "owner-duru-kaynak-su@kapgel.test", name: "Mustafa Bulut", phone: "+90 555 010 10 15" },
  branches: [
    {
      area: "Emek",
      district: "Çankaya",
      street: "Emek Mah. Bişkek Cad. No: 130",
      phone: "+90 312 555 15 30",
      lat: 39.9186,
      lng: 32.8127,
      zone: [{ outer: ring("-2.9 1, -1.4 2.3, 0.8 2.4, 2.9 1.5, 3.2 -0.6, 1.6 -2.4, -0.8 -2.9, -2.6 -1.4") }],
      hours: daily("08:00", "20:00"),
      prepMinutes: 30,
      minimum: 100,
      fee: { base: 0 },
      pickup: false,
    },
  ],
  groups: {
    deposit: choose("Damacana", 1, 1, { "Boş damacana vereceğim": 0, "Depozito ödeyeceğim": 250 }),
    floor: choose("Kat", 0, 1, { "Asansörsüz binada kata taşıma": 30 }),
  },
  menu: [
    {
      name: "Damacana",
      products: [
        product("Damacana Su 19 L", 150, "potable-water", "Kaynak suyu, polikarbon damacana.", {
          groups: ["deposit", "floor"],
          stock: [200],
        }),
        product("Cam Damacana 15 L", 230, "potable-water", "Cam, bisfenolsüz.", {
          groups: ["deposit", "floor"],
          stock: [30],
        }),
      ],
    },
    {
      name: "Şişe ve Bardak",
      products: [
        product("Pet Su 0,5 L × 12", 130, "droplet", "Koli.", { groups: ["floor"], stock: [80] }),
        product("Pet Su 1,5 L × 6", 115, "droplets", "Koli.", { groups: ["floor"], stock: [80] }),
        product("Pet Su 5 L", 50, "pouring-water", "Tek.", { stock: [120] }),
        product("Cam Şişe Su 0,75 L × 6", 260, "droplet", "Sofralık, kasalı.", { stock: [3] }),
        product("Bardak Su 200 ml × 60", 190, "pouring-water", "Kapaklı, koli.", { available: false }),
      ],
    },
    {
      name: "Diğer",
      products: [
        product("Maden Suyu × 6", 120, "droplets", "Doğal, cam şişe, 200 ml.", { stock: [60] }),
        product("Damacana Pompası", 220, "potable-water", "Şarjlı, USB.", { stock: [10] }),
        product("Buz 2 kg", 60, "ice-cube", "Küp buz, paket.", { stock: [25] }),
      ],
    },
  ],
};
