// Who lives in the demo town besides the vendors' owners. Every password is DEMO_PASSWORD.

export const DEMO_PASSWORD = "kapgel-demo";

export type Person = { email: string; name: string; phone: string };

export type SavedAddress = {
  label: string;
  text: string;
  lat: number;
  lng: number;
  place: readonly [string, string];
};

/** Customers with their saved addresses, first shown first; `place` is [district, neighbourhood]. */
export const customers: readonly (Person & { addresses: readonly SavedAddress[] })[] = [
  {
    email: "customer@kapgel.test",
    name: "Zeynep Kaya",
    phone: "+90 555 020 20 01",
    addresses: [
      {
        label: "Ev",
        text: "Caferağa Mah. Şair Nefi Sok. No: 21 D: 4, Kadıköy / İstanbul",
        lat: 40.9836,
        lng: 29.0249,
        place: ["Kadıköy", "Caferağa"],
      },
      {
        label: "İş",
        text: "Levent Mah. Gonca Sok. No: 8 Kat: 2, Beşiktaş / İstanbul",
        lat: 41.0797,
        lng: 29.0138,
        place: ["Beşiktaş", "Levent"],
      },
    ],
  },
  {
    email: "customer2@kapgel.test",
    name: "Can Demir",
    phone: "+90 555 020 20 02",
    addresses: [
      {
        label: "Ev",
        text: "Osmanağa Mah. Nailbey Sok. No: 35 D: 9, Kadıköy / İstanbul",
        lat: 40.9911,
        lng: 29.0304,
        place: ["Kadıköy", "Osmanağa"],
      },
      {
        label: "Ailem",
        text: "Kavaklıdere Mah. Büklüm Sok. No: 60 D: 3, Çankaya / Ankara",
        lat: 39.9062,
        lng: 32.8583,
        place: ["Çankaya", "Kavaklıdere"],
      },
    ],
  },
];

/** Couriers, each with the slug of the vendor that employs them. */
export const couriers: readonly (Person & {
  vendor: string;
  vehicle: "scooter" | "bicycle" | "car" | "on_foot";
})[] = [
  {
    email: "courier@kapgel.test",
    name: "Murat Şahin",
    phone: "+90 555 030 30 01",
    vendor: "moda-lezzet",
    vehicle: "scooter",
  },
  {
    email: "courier2@kapgel.test",
    name: "Burak Yavuz",
    phone: "+90 555 030 30 02",
    vendor: "moda-lezzet",
    vehicle: "bicycle",
  },
  {
    email: "courier3@kapgel.test",
    name: "Kadir Uçar",
    phone: "+90 555 030 30 03",
    vendor: "cankaya-firin",
    vehicle: "scooter",
  },
];

/** Who works for a vendor beside its owner, and as what. */
export const staff: readonly (Person & { vendor: string; role: "manager" | "kitchen" | "cashier" })[] = [
  {
    email: "manager@kapgel.test",
    name: "Işıl Güneş",
    phone: "+90 555 050 50 01",
    vendor: "moda-lezzet",
    role: "manager",
  },
  {
    email: "kitchen@kapgel.test",
    name: "Hasan Çelik",
    phone: "+90 555 050 50 02",
    vendor: "moda-lezzet",
    role: "kitchen",
  },
];

export const operator: Person = {
  email: "admin@kapgel.test",
  name: "İpek Soylu",
  phone: "+90 555 040 40 01",
};
