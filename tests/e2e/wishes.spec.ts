// What readers wish of their browser: everything twice as large, and nothing that moves.
import { covered, moving, settled, sideways } from "../pages/page-under-eyes.ts";
import { expect, move, type Person, placeOrder, shows, test } from "./people.ts";
import { openDish, toCart } from "./shopping.ts";

/** A desk at 200 %: the same window holds half as many pixels either way. */
const ZOOMED = { width: 720, height: 450 };

test("at 200 % every page still has its room, and nothing beside it", async ({
  customer,
  vendor,
  courier,
  operator,
}) => {
  const found: string[] = [];
  const looksAt = async ({ page }: Person, ...paths: string[]) => {
    await page.setViewportSize(ZOOMED);
    for (const path of paths) {
      await page.goto(path);
      await settled(page);
      const findings = [...(await sideways(page)), ...(await covered(page))];
      found.push(...findings.map((finding) => `${path}: ${finding}`));
    }
  };
  await looksAt(customer, "/", "/vendors", "/v/moda-lezzet");
  await openDish(customer, "Kıymalı Pide");
  await toCart(customer);
  await looksAt(customer, "/v/moda-lezzet", "/cart", "/checkout", "/orders", "/account");
  await looksAt(vendor, "/vendor", "/vendor/menu", "/vendor/money");
  await looksAt(courier, "/courier");
  await looksAt(operator, "/admin", "/admin/orders", "/admin/applications", "/admin/audit");
  expect(found).toEqual([]);
});

test("what moves is still for who asked for it", async ({ customer, vendor }) => {
  const { page } = customer;
  const { id } = await placeOrder(customer);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto(`/orders/${id}`);
  await shows(customer, "NEW");
  await expect.poll(() => moving(page)).not.toEqual([]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(() => moving(page)).toEqual([]);
  for (const [person, path] of [
    [vendor, "/vendor"],
    [customer, "/"],
  ] as const) {
    await person.page.goto(path);
    await settled(person.page);
    await expect.poll(() => moving(person.page), { message: path }).toEqual([]);
  }
  await move(customer, id, "CANCELED_BY_USER");
});
