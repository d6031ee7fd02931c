// The design page shows every component in both themes, on a phone and on a desk; its pictures lie with the test's results.
import { expect, test } from "@playwright/test";
import { settled, sideways, sized, themed } from "../pages/page-under-eyes.ts";

test("the design system holds in both themes and widths", async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await page.goto("/design");
  await settled(page);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  for (const width of [390, 1440]) {
    await sized(page, session, width, 900);
    for (const theme of ["light", "dark"] as const) {
      await themed(page, theme);
      expect(await sideways(page), `${width} px`).toEqual([]);
      await page.screenshot({
        path: `test-results/pictures/design-${width}-${theme}.png`,
        fullPage: true,
        animations: "disabled",
      });
    }
  }
});
