// What opens over a page, or appears when a form is sent empty: the page, and the button that does it.
import type { Account, Samples } from "./visits.ts";

export type Opening = { account: Account; path: string; button: RegExp; shows: "dialog" | "menu" | "errors" };

export function openings(samples: Samples): Opening[] {
  const first = (route: string) => samples[route]?.[0] ?? route;
  const waiting = samples["/orders/[id]"]?.at(3) ?? "";
  const dialogs: [Account, string, RegExp][] = [
    ["stranger", "/", /^Adresini seç/],
    ["stranger", first("/v/[slug]"), /^Mercimek|^İçli|^Lahmacun|^Adana|çorba/i],
    ["customer", "/", /^Bildirimler/],
    ["customer", waiting, /^Siparişi iptal et/],
    ["customer", "/wallet", /^Kredi ekle/],
    ["customer", "/wallet", /^Kredi gönder/],
    ["customer", "/account", /^Adres ekle/],
    ["vendor", "/vendor", /^Geçmiş/],
    ["vendor", "/vendor/menu", /^Ürün ekle/],
    ["vendor", "/vendor/menu?tab=categories", /^Kategori ekle/],
    ["vendor", "/vendor/menu?tab=groups", /^Seçenek grubu ekle/],
    ["vendor", "/vendor/menu?tab=prices", /^Yeni fiyat kuralı/],
    ["vendor", "/vendor/branches", /^Şube ekle/],
    ["vendor", "/vendor/branches", /^Görünümü düzenle/],
    ["vendor", "/vendor/couriers", /^Kurye ekle/],
    ["vendor", "/vendor/webhooks", /^Adres ekle/],
    ["admin", "/admin/money?show=adjustments", /^Düzeltme yap/],
    ["stranger", "/design", /^Soru$/],
    ["stranger", "/design", /^Yanda$/],
  ];
  return [
    ...dialogs.map(([account, path, button]) => ({ account, path, button, shows: "dialog" as const })),
    { account: "customer", path: "/", button: /^Hesap menüsü/, shows: "menu" },
    { account: "stranger", path: "/sign-in", button: /^Giriş yap/, shows: "errors" },
    { account: "stranger", path: "/sign-up", button: /^Üye ol/, shows: "errors" },
    { account: "customer", path: "/apply", button: /^Başvur/, shows: "errors" },
  ];
}
