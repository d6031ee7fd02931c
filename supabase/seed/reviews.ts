// What people said of the demo vendors before they came here: a part of the stars that each brought along, in words.
import type postgres from "postgres";
import { seedId } from "./ids.ts";

type Said = { author: string; stars: number; text: string; reply?: string };

const NEWEST = Date.UTC(2026, 9, 30, 18);
const BETWEEN = 31 * 3_600_000; // so that they stand on different days at different hours

/** By vendor, the newest first. */
const SAID: Record<string, readonly Said[]> = {
  "moda-lezzet": [
    {
      author: "Elif T.",
      stars: 5,
      text: "Lahmacun kapıya geldiğinde hâlâ çıtır çıtırdı. Yanındaki közlenmiş biber de cabası.",
      reply: "Afiyet olsun Elif Hanım, yine bekleriz!",
    },
    { author: "Onur Ç.", stars: 5, text: "Adana tam kıvamında, kurye de çok nazikti." },
    {
      author: "Gülşah Ö.",
      stars: 3,
      text: "Lezzeti iyi ama ayranı unutmuşlar.",
      reply: "Özür dileriz, ayranınız bir sonraki siparişinizde bizden.",
    },
    { author: "Barış K.", stars: 5, text: "Gece yarısı açık olmaları büyük nimet." },
    { author: "İrem A.", stars: 4, text: "Porsiyonlar doyurucu, pide biraz fazla pişmişti." },
    { author: "Ümit S.", stars: 5, text: "" },
    { author: "Derya Y.", stars: 5, text: "Mercimek çorbası anneminki gibi." },
    { author: "Tolga I.", stars: 4, text: "Söylenen saatten beş dakika önce geldi." },
    { author: "Çağla B.", stars: 5, text: "Her hafta aynı sipariş, her hafta aynı lezzet." },
    {
      author: "Hakan D.",
      stars: 2,
      text: "Yolda soğumuştu.",
      reply: "Haklısınız; kuryelerimizin çantalarını yeniledik.",
    },
    { author: "Nazlı E.", stars: 5, text: "İskender nefisti, tereyağı ayrıca geldi." },
    { author: "Kerem G.", stars: 5, text: "" },
    { author: "Şeyma U.", stars: 5, text: "Not yazdım, soğansız yapmışlar. Teşekkürler." },
  ],
  "cankaya-firin": [
    { author: "Ayhan P.", stars: 5, text: "Simit sıcacıktı, sabah toplantısını kurtardı." },
    {
      author: "Merve L.",
      stars: 4,
      text: "Ekşi mayalı ekmek çok iyi, kesesi biraz küçük kalmış.",
      reply: "Büyük boyunu da menüye ekledik, teşekkürler.",
    },
    { author: "Işıl R.", stars: 5, text: "Poğaçalar her zamanki gibi." },
  ],
  "yeldegirmeni-kahve": [
    { author: "Deniz V.", stars: 5, text: "Flat white evde de güzelmiş." },
    { author: "Can M.", stars: 4, text: "" },
  ],
  "gece-durum": [
    { author: "Serkan H.", stars: 4, text: "Gece üçte bu dürüm daha ne olsun." },
    { author: "Pelin Ş.", stars: 2, text: "Kırk dakikada geldi." },
  ],
};

/** What a vendor had before its reviews here are counted, so that with them it has the rating that its own file names. */
export function broughtAlong(slug: string, rating: { average: number; count: number } | null) {
  const said = SAID[slug] ?? [];
  const stars = said.reduce((sum, review) => sum + review.stars, 0);
  const { average, count } = rating ?? { average: 0, count: 0 };
  return { rating_sum: Math.round(average * count) - stars, rating_count: count - said.length };
}

/** Writes them; the vendors exist by now. */
export async function seedReviews(tx: postgres.TransactionSql): Promise<void> {
  const rows = Object.entries(SAID).flatMap(([slug, said]) =>
    said.map(({ author, stars, text, reply = null }, place) => {
      const at = NEWEST - place * BETWEEN;
      return {
        id: seedId("review", slug, author),
        vendor_id: seedId("vendor", slug),
        author,
        rating: stars,
        text,
        reply,
        replied_at: reply && new Date(at + BETWEEN / 5),
        created_at: new Date(at),
      };
    }),
  );
  await tx`insert into public.reviews ${tx(rows)}`;
}
