// The reader's choice of theme; without one the page follows the device.

export const THEMES = ["light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** Whether a cookie's value is a theme. */
export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}
