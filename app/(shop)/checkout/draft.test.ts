import { expect, it } from "vitest";
import { EMPTY_CART } from "../cart/cart.ts";
import { withLine } from "../cart/cart-changes.ts";
import { missingIn, NEW_DRAFT, orderBody, savedAt } from "./draft.ts";

const place = {
  label: "Caferağa",
  text: "Caferağa, Kadıköy, İstanbul",
  lat: 40.98,
  lng: 29.02,
  city_slug: null,
  district_slug: null,
  neighborhood_id: 7,
};
const home = {
  id: "a",
  label: "Ev",
  text: "Moda Cad. 1",
  lat: 1,
  lng: 2,
  neighborhood_id: null,
  created_at: "",
};
const branch = { id: "b1", name: "Moda", vendor_name: "Moda Lezzet", vendor_slug: "moda-lezzet" };
const cart = withLine(EMPTY_CART, branch, {
  product_id: "p1",
  name: "Ayran",
  image_url: null,
  quantity: 2,
  options: [],
  note: "",
});

it("knows a saved address again", () => {
  expect(savedAt({ ...place, lat: 1, lng: 2, text: "Moda Cad. 1" }, [home])).toBe(home);
  expect(savedAt(place, [home])).toBeUndefined();
  expect(savedAt(null, [home])).toBeUndefined();
});

it("asks for the place and the door before a delivery, for nothing before a pickup", () => {
  expect(missingIn(NEW_DRAFT, null, undefined)).toBe("place");
  expect(missingIn(NEW_DRAFT, place, undefined)).toBe("details");
  expect(missingIn({ ...NEW_DRAFT, details: "Moda Cad. 5/3" }, place, undefined)).toBeNull();
  expect(missingIn(NEW_DRAFT, place, home)).toBeNull();
  expect(missingIn({ ...NEW_DRAFT, type: "pickup" }, null, undefined)).toBeNull();
});

it("sends no price, and neither address nor tip for a pickup", () => {
  const draft = { ...NEW_DRAFT, details: "Moda Cad. 5/3", tip_minor: 1000, note: " Zil bozuk " };
  expect(orderBody("b1", cart, draft, place, undefined)).toEqual({
    branch_id: "b1",
    type: "delivery",
    items: [{ product_id: "p1", quantity: 2 }],
    address: {
      text: "Moda Cad. 5/3, Caferağa, Kadıköy, İstanbul",
      lat: 40.98,
      lng: 29.02,
      neighborhood_id: 7,
    },
    note: "Zil bozuk",
    tip_minor: 1000,
  });
  const pickup = orderBody("b1", cart, { ...draft, type: "pickup" }, place, undefined);
  expect(pickup).not.toHaveProperty("address");
  expect(pickup).not.toHaveProperty("tip_minor");
});
