// What the benchmarks order: real demo customers, a real branch, a basket of three products with their choices made.
import { type Shot, send } from "./load.ts";

type Product = {
  id: string;
  price_minor: number;
  in_stock: boolean;
  option_groups: { min_choices: number; options: { id: string }[] }[];
};
type Menu = { categories: { products: Product[] }[] };

/** Signs in and returns an access token. */
export async function signIn(base: string, email: string): Promise<string> {
  const { status, body } = await send(base, {
    method: "POST",
    path: "/api/auth/sign-in",
    body: { email, password: "kapgel-demo" },
  });
  if (status !== 200) throw new Error(`signing in as ${email} answered ${status}: ${body}`);
  return (JSON.parse(body) as { access_token: string }).access_token;
}

/** The first branch of the demo restaurant, which never closes. */
export async function demoBranch(base: string): Promise<{ id: string; lat: number; lng: number }> {
  const vendor = JSON.parse((await send(base, { path: "/api/vendors/moda-lezzet" })).body) as {
    branches: { id: string; lat: number; lng: number }[];
  };
  const [branch] = vendor.branches;
  if (!branch) throw new Error("moda-lezzet has no branch: is the demo town seeded?");
  return branch;
}

/** Makes shots that each place a new delivery order of three products; products whose stock is counted are left out. */
export async function orderShots(
  base: string,
  tokens: string[],
  uncounted: (ids: string[]) => Promise<string[]>,
  payment_method: "cash" | "wallet" = "cash",
): Promise<(caller: number) => Shot> {
  const branch = await demoBranch(base);
  const menu = JSON.parse((await send(base, { path: `/api/branches/${branch.id}/menu` })).body) as Menu;
  const products = menu.categories
    .flatMap((category) => category.products)
    .filter((product) => product.in_stock && product.price_minor > 4000);
  const endless = new Set(await uncounted(products.map((product) => product.id)));
  const items = products
    .filter((product) => endless.has(product.id))
    .slice(0, 3)
    .map((product) => ({
      product_id: product.id,
      quantity: 1,
      option_ids: product.option_groups.flatMap((group) =>
        group.options.slice(0, group.min_choices).map((option) => option.id),
      ),
    }));
  const address = { text: "Moda Caddesi 12, daire 4", lat: branch.lat, lng: branch.lng };
  return (caller) => ({
    method: "POST",
    path: "/api/orders",
    headers: {
      Authorization: `Bearer ${tokens[caller % tokens.length]}`,
      "Idempotency-Key": crypto.randomUUID(),
    },
    body: { branch_id: branch.id, type: "delivery", items, address, payment_method },
  });
}

/** Moves an order on, as whoever holds the token. Throws when it is refused. */
export async function move(base: string, token: string, id: string, to: string) {
  const headers = { Authorization: `Bearer ${token}` };
  const moved = await send(base, {
    method: "POST",
    path: `/api/orders/${id}/transitions`,
    headers,
    body: { to },
  });
  if (moved.status !== 200) throw new Error(`moving to ${to} answered ${moved.status}: ${moved.body}`);
}
