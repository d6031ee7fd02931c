// How things may move: as their reader wishes. What a style sheet moves is stilled there (app/globals.css); this is for what a script moves.

/** Whether the reader asked for less motion. */
export const wantsStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** How a script scrolls: gliding, or at once. */
export const scrolling = (): ScrollBehavior => (wantsStill() ? "instant" : "smooth");
