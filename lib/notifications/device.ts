// A browser in a few words, from its user agent: all that is kept of it.

/** In this order: those who look like others say so last. */
const BROWSERS: [name: string, mark: RegExp][] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\b(?:OPR|OPiOS|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Yandex", /\bYaBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
];
const SYSTEMS: [name: string, mark: RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
];

/** "Chrome · Android"; null when it says nothing we know. */
export function deviceOf(userAgent: string): string | null {
  const found = [BROWSERS, SYSTEMS].map((kinds) => kinds.find(([, mark]) => mark.test(userAgent))?.[0]);
  return found.filter((name) => name !== undefined).join(" · ") || null;
}
