// A dessert house with a branch on each side of the Bosphorus.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const bahariyeTatli: Vendor = {
  slug: "bahariye-tatli",
  name: "Bahariye Tatlı Evi",
  type: "dessert",
  description: "Günlük açılan baklava, fırın sütlaç, kazandibi ve mevsim meyveli dondurma.",
  picture: "waffle",
  rating: { average: 4.5, count: 611 },
  owner: { email: "owner-bahariye-tatli@kapgel.test", name: "Nermin Taş", phone: "+90 555 010 10 04" },
  branches: [
    {
      area: "Beşiktaş",
      district: "Beşiktaş",
      street: "Türkali Mah. Nüzhetiye Cad. No: 19",
      phone: "+90 212 555 04 19",
      lat: 41.0479,
      lng: 29.0031,
      zone: [{ outer: ring("-1.3 1.2, 0.2 2, 1.7 1.6, 2.8 0.7, 1.6 -0.4, 0.4 -0.9, -0.9 -1.2, -1.7 0.1") }],
      hours: daily("10:00", "00:30"),
      prepMinutes: 15,
      minimum: 200,
      fee: { base: 39, freeFrom: 700 },
    },
    {
      area: "Osmanağa",
      district: "Kadıköy",
      street: "Osmanağa Mah. Süleymanpaşa Sok. No: 7",
      phone: "+90 216 555 04 07",
      lat: 40.9899,
      lng: 29.0297,
      zone: [{ outer: ring("-0.6 1.4, 0.8 1.9, 2.2 1.2, 2.6 -0.5, 1.7 -2, 0.2 -1.9, -1.1 -1, -1 0.3") }],
      hours: daily("10:00", "00:30"),
      prepMinutes: 15,
      minimum: 200,
      fee: { base: 35, freeFrom: 700 },
    },
  ],
  groups: {
    weight: choose("Miktar", 1, 1, { "250 g": 0, "500 g": 330, "1 kg": 960 }),
    topping: choose("Üzerine", 0, 3, {
      "Antep fıstığı": 40,
      Kaymak: 50,
      "Vanilyalı dondurma": 60,
      "Çikolata sos": 25,
    }),
    scoops: choose("Toplar", 1, 3, { Vanilya: 0, Çikolata: 0, Limon: 0, Çilek: 0, Fıstık: 20, Karadut: 10 }),
  },
  menu: [
    {
      name: "Şerbetli Tatlılar",
      products: [
        product("Fıstıklı Baklava", 360, "waffle", "Antep fıstığı, sade yağ, kırk kat yufka.", {
          groups: ["weight", "topping"],
          stock: [40, 40],
        }),
        product("Cevizli Baklava", 310, "waffle", "Ev usulü, bol cevizli.", {
          groups: ["weight", "topping"],
        }),
        product("Şekerpare", 160, "cookie", "Altı adet, fındıklı.", { groups: ["topping"] }),
        product("Künefe", 250, "pie", "Hatay peyniriyle, sıcak servis.", {
          groups: ["topping"],
          stock: [25, 20],
        }),
        product("Lokma", 140, "meatballs", "Bir düzine, tarçınlı.", { notAt: [0] }),
      ],
    },
    {
      name: "Sütlü Tatlılar",
      products: [
        product("Fırın Sütlaç", 130, "custard", "Güveçte, fındıklı.", {
          groups: ["topping"],
          stock: [30, 24],
        }),
        product("Kazandibi", 140, "custard", "Yanık dipli, tarçınlı."),
        product("Profiterol", 180, "chocolate", "Belçika çikolatası, taze krema."),
        product("Aşure", 130, "bowl", "Nar, fındık ve incirle.", { available: false }),
      ],
    },
    {
      name: "Pastalar",
      products: [
        product("Frambuazlı Cheesecake", 230, "cheesecake", "Dilim, ev yapımı sos."),
        product("Doğum Günü Pastası", 1150, "birthday-cake", "6–8 kişilik, çikolatalı ve muzlu.", {
          stock: [4, 3],
        }),
        product("Kap Kek", 90, "cupcake", "Vanilyalı, renkli kremalı."),
      ],
    },
    {
      name: "Dondurma",
      products: [
        product("Külahta Dondurma", 120, "ice-cream-cone", "Keçi sütünden, istediğiniz toplar.", {
          groups: ["scoops"],
        }),
        product("Kapta Dondurma", 220, "ice-cream", "Yarım kilo, eve servis kabında.", {
          groups: ["scoops", "topping"],
        }),
      ],
    },
  ],
};
