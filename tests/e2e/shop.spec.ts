// Finding, liking, judging: a list that is narrowed and shared, hearts that stay, and an order that is reviewed, answered and moderated.
import { expect, placeOrder, tapUntil, test } from "./people.ts";

test("a vendor is found, liked and judged", async ({ customer, vendor, operator }) => {
  const { page } = customer;
  await page.goto("/vendors?mode=all&sort=rating&min_rating=4.5&view=map");
  const pins = page.getByTestId("vendor-marker");
  await expect(pins.first()).toBeVisible();
  await pins.first().press("Enter");
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("link", { name: "Liste", exact: true }).click();
  await page.waitForURL(/sort=rating(?!.*view=map)/);
  await expect(page.getByRole("status").filter({ hasText: /işletme/ })).toBeVisible();

  // Liked by a double tap of an impatient thumb, it is in the list of favourites, and back brings the list as it was.
  const heart = page.getByRole("button", { name: "Moda Lezzet favorilerimde" });
  const keptHeart = () => page.waitForResponse(/\/api\/favourites\//);
  const kept = keptHeart();
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await kept;
  await page.getByRole("link", { name: "Favorilerim" }).click();
  await page.waitForURL(/favourites=1/);
  await expect(page.getByRole("article")).toHaveCount(1);

  const { id } = await placeOrder(customer, { type: "pickup", address: null });
  for (const to of ["CONFIRMED", "PREPARING", "READY", "DELIVERED"]) {
    const moved = await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to } });
    expect(moved.status()).toBe(200);
  }
  await page.goto(`/orders/${id}`);
  const review = page.getByTestId("review");
  const send = review.getByRole("button", { name: "Yorumu gönder" });
  await tapUntil(send, () => expect(review.getByRole("alert")).toBeVisible({ timeout: 3_000 }));
  await review.getByRole("radio", { name: "3 yıldız" }).focus();
  await page.keyboard.press("ArrowRight"); // chosen without a pointer
  await review.getByRole("textbox").fill("Ilık geldi, ıspanaklı börek şahane İstanbul'da.");
  await send.dblclick();
  await expect(review.getByText("4 yıldız")).toBeAttached();

  await vendor.page.goto("/vendor/reviews");
  const theirs = vendor.page.getByTestId("review").filter({ hasText: "Ilık geldi" });
  await tapUntil(theirs.getByRole("button", { name: "Yanıtla" }), () =>
    expect(theirs.getByRole("textbox")).toBeVisible({ timeout: 3_000 }),
  );
  await theirs.getByRole("textbox").fill("Afiyet olsun!");
  await theirs.getByRole("button", { name: "Yanıtı kaydet" }).click();
  await expect(theirs.getByText("Afiyet olsun!")).toBeVisible();

  await page.goto("/v/moda-lezzet");
  const sheet = page.getByRole("dialog");
  await tapUntil(page.getByRole("button", { name: /Yorumlar/ }), () =>
    expect(sheet).toBeVisible({ timeout: 3_000 }),
  );
  await expect(sheet.getByTestId("review").first()).toContainText("Afiyet olsun!");
  await page.keyboard.press("Escape");

  await operator.page.goto("/admin/reviews");
  const row = operator.page.getByTestId("review-row").filter({ hasText: "Ilık geldi" });
  const dialog = operator.page.getByRole("dialog");
  await tapUntil(row.getByRole("button"), () => expect(dialog).toBeVisible({ timeout: 3_000 }));
  await dialog.getByRole("textbox").fill("Deneme");
  await dialog.getByRole("button", { name: "Gizle", exact: true }).click();
  await expect(row).toContainText("Gizli: Deneme");
  const { data } = (await (await customer.api.get("/api/vendors/moda-lezzet/reviews")).json()) as {
    data: { text: string }[];
  };
  expect(JSON.stringify(data)).not.toContain("Ilık geldi");

  // Liked no more, for who comes after.
  const gone = keptHeart();
  await page.getByRole("button", { name: "Moda Lezzet favorilerimde" }).click();
  await gone;
});
