// Reviews for the tests.
import { call } from "./database.ts";
import { person } from "./shops.ts";
import type { World } from "./world.ts";

/** Five stars of the world's customer for a delivered order, hidden once by an operator; the vendor is their favourite. Returns its id. */
export async function reviewOf(here: World, orderId: string): Promise<string> {
  const said = await call<{ review: { id: string } }>(here.customerId, "review_order", {
    order_id: orderId,
    review: { rating: 5, text: "Sıcacık geldi." },
  });
  await call(here.customerId, "set_favourite", { vendor_id: here.vendorId, favourite: true });
  const operator = await person("admin");
  for (const hidden of [true, false]) {
    await call(operator, "moderate_review", {
      review_id: said.review.id,
      decision: { hidden, reason: "Deneme" },
    });
  }
  return said.review.id;
}
