// The words the demo vendors are written in. Prices are whole lira here and kuruş in the database; a zone is drawn in
// kilometres from its branch; a picture is a file of public/pictures without its ending.

type Allergen = "gluten" | "eggs" | "milk" | "nuts" | "sesame" | "celery";

/** Everything about one demo vendor; branches, categories, products and options stand in the order they are shown. */
export type Vendor = {
  slug: string;
  name: string;
  type:
    | "restaurant"
    | "cafe"
    | "bakery"
    | "market"
    | "greengrocer"
    | "butcher"
    | "florist"
    | "dessert"
    | "water";
  description: string;
  picture: string;
  rating: { average: number; count: number } | null;
  owner: { email: string; name: string; phone: string };
  branches: readonly Branch[];
  groups?: Readonly<Record<string, OptionGroup>>;
  menu: readonly Category[];
};

/** The branch's full name is the vendor's and its area's. A fee with `perKm` goes by distance, one without by zone. `hands` limits its kitchen. */
export type Branch = {
  area: string;
  district: "Kadıköy" | "Beşiktaş" | "Çankaya";
  street: string;
  phone: string;
  lat: number;
  lng: number;
  zone: readonly Piece[];
  hours: readonly Hours[];
  specialDays?: readonly SpecialDay[];
  prepMinutes: number;
  minimum: number;
  fee: { base: number; perKm?: number; freeFrom?: number };
  pickup?: boolean;
  hands?: number;
  /** Minutes after which an unanswered order is pushed again, mailed, and pauses the branch (null: never). */
  alarm?: { push: number; email: number; pause: number | null };
  /** Couriers hand over with the customer's code only. */
  code?: boolean;
};

/** Kilometres east and north of the branch; the ring closes by itself. */
export type Ring = readonly (readonly [east: number, north: number])[];
export type Piece = { outer: Ring; holes?: readonly Ring[] };

/** Weekdays 0 Sunday … 6 Saturday; closing at or before opening means past midnight. */
type Hours = { days: readonly number[]; opens: string; closes: string };

/** Without hours: closed on that date. */
type SpecialDay = { date: string; note: string; opens?: string; closes?: string };

/** Price deltas in lira by option name. */
type OptionGroup = {
  name: string;
  min: number;
  max: number;
  options: Readonly<Record<string, number>>;
};

type Category = { name: string; products: readonly Product[] };

export type Product = ProductDetail & { name: string; price: number; picture: string; description: string };

/**
 * `groups` are keys of the vendor's groups; `stock` counts by branch in order (null or nothing: unlimited there);
 * `allergens` are of the schema's fourteen; `notAt` lists branches, by their place, that do not sell it; `available: false` takes it off every branch.
 */
type ProductDetail = {
  groups?: readonly string[];
  stock?: readonly (number | null)[];
  notAt?: readonly number[];
  allergens?: readonly Allergen[];
  available?: boolean;
};

/** One product of a menu, price in lira. */
export function product(
  name: string,
  price: number,
  picture: string,
  description: string,
  detail: ProductDetail = {},
): Product {
  return { name, price, picture, description, ...detail };
}

/** A group of options of which a customer picks from `min` to `max`. */
export function choose(name: string, min: number, max: number, options: Record<string, number>): OptionGroup {
  return { name, min, max, options };
}

/** A ring written as "east north, east north, …" in kilometres. */
export function ring(points: string): Ring {
  return points.split(",").map((point) => {
    const [east = Number.NaN, north = Number.NaN] = point.trim().split(" ").map(Number);
    return [east, north];
  });
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** The same hours every day, except on the weekdays given. */
export function daily(opens: string, closes: string, except: readonly number[] = []): Hours[] {
  return [{ days: WEEK.filter((day) => !except.includes(day)), opens, closes }];
}
