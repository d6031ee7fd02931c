// The keyboard alone: from stop to stop by Tab, and at every stop one sees where one is.
import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STOPS = 160;

type Stop = { tag: string; name: string; isShown: boolean };

/** Presses Tab until the focus is on the wanted control. Fails at a stop that shows no sign of the focus. */
export async function tabTo(page: Page, tag: string, name: RegExp) {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (here.tag !== "body") expect(here.isShown, `the focus shows on ${here.tag} ${here.name}`).toBe(true);
    if (here.tag === tag && name.test(here.name)) return;
    passed.push(here.name);
  }
  throw new Error(`${name} is not reached by Tab; passed ${passed.join(" · ")}`);
}

/** Goes to a control by Tab and presses a key there, again until it has worked: on a slow machine a page can be seen before it listens. */
export async function pressAt(
  page: Page,
  [tag, name]: [tag: string, name: RegExp],
  worked: () => Promise<unknown>,
  key = "Enter",
) {
  await tabTo(page, tag, name);
  await expect(async () => {
    await page.keyboard.press(key);
    await worked();
  }).toPass({ timeout: 60_000 });
}

/** Leaves the open dialog by Escape; the focus is where it was before. */
export async function escapes(page: Page, dialog: Locator, back: RegExp) {
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await focused(page)).name, { message: "has the focus back" }).toMatch(back);
}

/** The focus has not fallen off the page: Tab goes on from where something was done. */
export const keepsFocus = (page: Page) =>
  expect.poll(async () => (await focused(page)).tag, { message: "the focus is kept" }).not.toBe("body");

/** What has the focus, and whether one sees it: an outline on it, on what it stretches over, or on what stands for it. */
export function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const node = document.activeElement ?? document.body;
    const outlined = (element: Element | null, pseudo?: string) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    };
    const label = "labels" in node ? (node.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : null;
    return {
      tag: node.tagName.toLowerCase(),
      name: node.getAttribute("aria-label") ?? (label ?? node).textContent?.trim() ?? "",
      isShown:
        outlined(node) ||
        outlined(node, "::after") ||
        outlined(node.nextElementSibling) ||
        outlined(node.closest("article, li, label")),
    };
  });
}
