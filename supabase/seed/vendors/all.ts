// The demo town's vendors, oldest first: their order here is the order in which they joined.
import type { Vendor } from "../vendor.ts";
import { abbasagaBurger } from "./abbasaga-burger.ts";
import { ayranciOcakbasi } from "./ayranci-ocakbasi.ts";
import { bahariyeTatli } from "./bahariye-tatli.ts";
import { cankayaFirin } from "./cankaya-firin.ts";
import { duruKaynakSu } from "./duru-kaynak-su.ts";
import { geceDurum } from "./gece-durum.ts";
import { hasatManav } from "./hasat-manav.ts";
import { kiyiMarket } from "./kiyi-market.ts";
import { kuyubasiKasap } from "./kuyubasi-kasap.ts";
import { leventMutfak } from "./levent-mutfak.ts";
import { modaLezzet } from "./moda-lezzet.ts";
import { sahilBalik } from "./sahil-balik.ts";
import { serceKahve } from "./serce-kahve.ts";
import { sinanpasaBorek } from "./sinanpasa-borek.ts";
import { suadiyeCicek } from "./suadiye-cicek.ts";
import { yeldegirmeniKahve } from "./yeldegirmeni-kahve.ts";

export const vendors: readonly Vendor[] = [
  modaLezzet,
  cankayaFirin,
  yeldegirmeniKahve,
  bahariyeTatli,
  hasatManav,
  kuyubasiKasap,
  geceDurum,
  suadiyeCicek,
  sahilBalik,
  sinanpasaBorek,
  leventMutfak,
  kiyiMarket,
  abbasagaBurger,
  serceKahve,
  duruKaynakSu,
  ayranciOcakbasi,
];
