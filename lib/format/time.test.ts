import { describe, expect, it } from "vitest";
import { formatClock, formatDuration, formatMinutes, formatMoment, formatTimeAgo } from "./time.ts";

const at = "2026-11-21T11:05:00Z";

describe("moments", () => {
  it("are shown in Istanbul time whatever the machine's zone", () => {
    expect(formatClock(at, "tr")).toBe("14:05");
    expect(formatClock(at, "en")).toBe("14:05");
    expect(formatMoment(at, "tr")).toBe("21 Kas 14:05");
    expect(formatMoment(at, "en")).toBe("21 Nov 14:05");
  });
  it("are told as time ago, and never as the future", () => {
    const now = Date.parse(at);
    expect(formatTimeAgo(at, "tr", now + 3 * 60_000)).toBe("3 dakika önce");
    expect(formatTimeAgo(at, "en", now + 26 * 3_600_000)).toBe("yesterday");
    expect(formatTimeAgo(at, "tr", now - 60_000)).toBe("şimdi");
  });
});

describe("durations", () => {
  it("count down in minutes and seconds, rounding up so that 0:00 means over", () => {
    expect(formatDuration(1)).toBe("0:01");
    expect(formatDuration(754_000)).toBe("12:34");
    expect(formatDuration(3_900_000)).toBe("1:05:00");
    expect(formatDuration(-5)).toBe("0:00");
  });
  it("have a short form in minutes", () => {
    expect(formatMinutes(24.6, "tr")).toBe("25 dk");
    expect(formatMinutes(25, "en")).toBe("25 min");
  });
});
