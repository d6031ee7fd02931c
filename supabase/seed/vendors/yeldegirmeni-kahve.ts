// A third-wave café of Kadıköy: many drinks that share the same milk, size and syrup choices.
import { choose, daily, product, ring, type Vendor } from "../vendor.ts";

export const yeldegirmeniKahve: Vendor = {
  slug: "yeldegirmeni-kahve",
  name: "Yeldeğirmeni Kahve Evi",
  type: "cafe",
  description: "Kendi kavurduğumuz çekirdek, ev yapımı kurabiye ve duvarları mural dolu bir mahalle kahvesi.",
  picture: "coffee",
  rating: { average: 4.7, count: 968 },
  owner: { email: "owner-yeldegirmeni-kahve@kapgel.test", name: "Deniz Korkmaz", phone: "+90 555 010 10 03" },
  branches: [
    {
      area: "Rasimpaşa",
      district: "Kadıköy",
      street: "Rasimpaşa Mah. Karakolhane Cad. No: 38",
      phone: "+90 216 555 03 38",
      lat: 40.9951,
      lng: 29.0279,
      zone: [
        { outer: ring("-0.6 1.6, 0.7 1.9, 1.9 1.1, 2.1 -0.4, 1.3 -1.8, -0.2 -2.2, -0.9 -1.1, -0.8 0.4") },
      ],
      hours: daily("08:00", "23:00"),
      prepMinutes: 10,
      minimum: 150,
      fee: { base: 35, freeFrom: 500 },
    },
  ],
  groups: {
    size: choose("Boy", 1, 1, { Küçük: 0, Orta: 20, Büyük: 35 }),
    milk: choose("Süt", 1, 1, { "Tam yağlı": 0, Laktozsuz: 15, Yulaf: 30, Badem: 30 }),
    syrup: choose("Şurup", 0, 2, { Vanilya: 20, Karamel: 20, Fındık: 20 }),
    sugar: choose("Şeker", 1, 1, { Sade: 0, "Az şekerli": 0, Orta: 0, Şekerli: 0 }),
  },
  menu: [
    {
      name: "Sıcak Kahveler",
      products: [
        product("Türk Kahvesi", 95, "coffee", "Bakır cezvede, lokumla.", { groups: ["sugar"] }),
        product("Filtre Kahve", 130, "coffee", "Günün çekirdeği, V60 demleme.", { groups: ["size"] }),
        product("Latte", 165, "coffee", "Çift espresso, kadifemsi süt.", {
          groups: ["size", "milk", "syrup"],
        }),
        product("Cappuccino", 165, "coffee", "Bol köpüklü.", { groups: ["size", "milk"] }),
        product("Flat White", 170, "coffee", "Ristretto ve ince süt köpüğü.", { groups: ["milk"] }),
      ],
    },
    {
      name: "Soğuk İçecekler",
      products: [
        product("Buzlu Latte", 175, "iced-drink", "Espresso, soğuk süt ve buz.", {
          groups: ["size", "milk", "syrup"],
        }),
        product("Cold Brew", 180, "iced-drink", "18 saat soğuk demleme.", { groups: ["size"], stock: [25] }),
        product("Ev Limonatası", 140, "lemonade", "Nane ve taze limon.", { groups: ["size"] }),
        product("Çilekli Milkshake", 195, "soft-drink", "Gerçek çilek, vanilyalı dondurma."),
      ],
    },
    {
      name: "Çaylar",
      products: [
        product("Demleme Çay", 40, "tea-cup", "Rize harmanı, ince belli bardakla."),
        product("Adaçayı", 75, "herb", "Ege yaylalarından, balla."),
        product("Demlikte Çay", 150, "teapot", "İki kişilik porselen demlik."),
      ],
    },
    {
      name: "Atıştırmalıklar",
      products: [
        product("Çikolatalı Kurabiye", 95, "cookie", "Dışı çıtır, içi akışkan.", { stock: [30] }),
        product("San Sebastian", 240, "cheesecake", "Yanık yüzlü, ılık çikolata sosuyla.", { stock: [10] }),
        product("Tereyağlı Kruvasan", 120, "croissant", "Sade ya da bademli."),
        product("Avokadolu Tost", 260, "avocado", "Ekşi mayalı ekmek, poşe yumurta."),
        product("Üç Peynirli Tost", 210, "sandwich", "Kaşar, tulum, eski İzmir.", { available: false }),
      ],
    },
  ],
};
