// One page under eyes: what axe finds, what does not fit, which targets are too small for a thumb.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CDPSession, Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What a theme can break: everything else is the same in both. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** Waits until React has taken the page over and nothing on it says that it is loading. */
export async function settled(page: Page) {
  await page.waitForFunction(
    () =>
      document.readyState === "complete" && // what the door turned away comes again without having been asked for
      !document.querySelector('[role="status"][aria-busy="true"]') &&
      [...document.querySelectorAll("a, button")].some((node) =>
        Object.keys(node).some((key) => key.startsWith("__reactProps$")),
      ),
  );
}

/** Takes the many repetitions of one thing off the page: the first section of the API’s reference stands for all that are made like them. */
export const shortened = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet(); // the page's own elements stay as React left them
    sheet.replaceSync("[data-section] ~ [data-section] { display: none }");
    document.adoptedStyleSheets = [sheet];
  });

/** Sets the window's width and what points at it: a thumb below 600 px, else a mouse. */
export async function sized(page: Page, session: CDPSession, width: number, height: number) {
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: width < 600, maxTouchPoints: 1 });
  await page.setViewportSize({ width, height });
  await page.evaluate(() => scrollTo(0, 0)); // bars that stick cover nothing there
}

/** Puts the page into a theme, as its switch does, and lets the browser draw it. */
export const themed = (page: Page, theme: "light" | "dark") =>
  page.evaluate(async (name) => {
    document.documentElement.dataset.theme = name;
    for (const _frame of [1, 2]) await new Promise(requestAnimationFrame);
  }, theme);

/** What axe finds on the page as it stands; `colours` asks only for what a theme can break. */
export async function axeFindings(page: Page, colours = false): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const runOnly: RunOptions["runOnly"] = colours
    ? { type: "rule", values: COLOUR_RULES }
    : { type: "tag", values: TAGS };
  return page.evaluate(async (only) => {
    const { violations } = await window.axe.run({ runOnly: only, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, html, any }) =>
          `${id}: ${help}: ${target.join(" ")} ${any[0]?.message ?? html.slice(0, 160)}`,
      ),
    );
  }, runOnly);
}

/** What moves although the reader asked for less motion: an animation that takes its time, or begins again and again. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { activeDuration } = animation.effect?.getComputedTiming() ?? {};
      if (animation.playState !== "running" || Number(activeDuration) < 50) return [];
      const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
      return [`${target?.tagName.toLowerCase()}.${target?.getAttribute("class")?.slice(0, 60)} moves`];
    }),
  );
}

/** Whether bars that stick to the window leave less than half of it to the page. */
export function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sticks = [...document.body.querySelectorAll("*")].filter((node) => {
      const { position } = getComputedStyle(node);
      const { width, height } = node.getBoundingClientRect();
      const isPage = height >= innerHeight; // a wall that fills the window and scrolls in it
      return (
        (position === "fixed" || position === "sticky") && width > innerWidth / 2 && height > 0 && !isPage
      );
    });
    const outer = sticks.filter((node) => !sticks.some((other) => other !== node && other.contains(node)));
    let rows = 0;
    for (let y = 1; y < innerHeight; y += 4) {
      const top = document.elementFromPoint(innerWidth / 2, y);
      if (top && outer.some((node) => node.contains(top))) rows += 4;
    }
    return rows > innerHeight / 2 ? [`bars cover ${rows} of ${innerHeight} px`] : [];
  });
}

/** What does not fit: elements that make the page wider than its window, and controls of which a part is cut off and cannot be scrolled to. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isDrawn = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
    const isFree = (
      node: Element, // of what is around it: nothing cuts it off
    ) => node.matches("body, :modal, :popover-open") || getComputedStyle(node).position === "fixed";
    const cutOff = [...document.querySelectorAll("a, button, input, select, textarea")].flatMap((control) => {
      if (!control.checkVisibility(isDrawn)) return [];
      const { right } = control.getBoundingClientRect();
      for (let node = control; !isFree(node) && node.parentElement; node = node.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(node.parentElement);
        if (overflowX === "auto" || overflowX === "scroll" || textOverflow === "ellipsis") break;
        const end = node.parentElement.getBoundingClientRect().right;
        if (overflowX !== "visible" && right > end + 1) {
          return [`cut off at ${end} of ${right} px: ${control.outerHTML.slice(0, 120)}`];
        }
      }
      return [];
    });
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth + 1) return cutOff; // parts of pixels are rounded up
    const wide = [...document.body.querySelectorAll("*")]
      .filter((node) => node.getBoundingClientRect().right > clientWidth + 0.5)
      .map((node) => `${node.tagName.toLowerCase()}.${node.getAttribute("class")?.slice(0, 60)}`);
    return [...cutOff, `${scrollWidth} px in ${clientWidth}: ${wide.slice(-3).join(" · ")}`];
  });
}

/**
 * Targets that a thumb can miss: less than 44 px either way. What counts is where a tap lands: a label taps its box, a stretched link its
 * card. A link inside a sentence may be as small as its text (WCAG 2.5.8).
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 43.5; // a border may round half a pixel away
    const targets = document.querySelectorAll<HTMLElement>(
      'a[href], button, summary, select, textarea, input:not([type="hidden"]), [role="button"], [role="link"]',
    );
    const open = document.querySelector("dialog:modal");
    const there = (node: Element | null, target: HTMLElement) =>
      node && (target.contains(node) || [...(labelsOf(target) ?? [])].some((label) => label.contains(node)));
    const labelsOf = (target: HTMLElement) => (target instanceof HTMLInputElement ? target.labels : null);

    const isSmall = (target: HTMLElement) => {
      const isLarge = (node: Element) => {
        const { width, height } = node.getBoundingClientRect();
        return width >= LEAST && height >= LEAST;
      };
      if ([target, ...(labelsOf(target) ?? [])].some(isLarge)) return false;
      target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const { left, top, width, height } = target.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const reach = (dx: number, dy: number) => there(document.elementFromPoint(x + dx, y + dy), target);
      const half = LEAST / 2;
      const isWide = width >= LEAST || (reach(-half, 0) && reach(half, 0));
      const isHigh = height >= LEAST || (reach(0, -half) && reach(0, half));
      return !(isWide && isHigh);
    };
    const inSentence = (target: HTMLElement) => {
      if (target.tagName !== "A" || getComputedStyle(target).display !== "inline") return false;
      const around = target.parentElement?.textContent?.trim() ?? "";
      return around.length > (target.textContent?.trim().length ?? 0);
    };
    return [...targets]
      .filter((target) => target.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((target) => !open || open.contains(target))
      .filter((target) => !target.closest('.sr-only, [aria-hidden="true"], [href="#content"]:not(:focus)'))
      .filter((target) => !inSentence(target) && isSmall(target))
      .map((target) => {
        const { width, height } = target.getBoundingClientRect();
        const name = target.getAttribute("aria-label") ?? target.textContent?.trim().slice(0, 40) ?? "";
        return `${Math.round(width)} × ${Math.round(height)} px: <${target.tagName.toLowerCase()}> ${name}`;
      });
  });
}
