import { describe, expect, it } from "vitest";
import { addressOf } from "./address";

const headers = (entries: Record<string, string>) => new Headers(entries);

describe("addressOf", () => {
  it("believes nobody's header where no proxy of ours stands in front", () => {
    expect(addressOf(headers({ "x-forwarded-for": "1.2.3.4", "x-kapgel-peer": "9.9.9.9" }), 0)).toBe(
      "9.9.9.9",
    );
  });

  it("takes what the last of our proxies saw, whatever a caller wrote before it", () => {
    const forged = headers({ "x-forwarded-for": "6.6.6.6, 1.2.3.4", "x-kapgel-peer": "10.0.0.1" });
    expect(addressOf(forged, 1)).toBe("1.2.3.4");
    expect(addressOf(headers({ "x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.0.0.2" }), 2)).toBe("1.2.3.4");
  });

  it("counts an IPv6 household as one, and an IPv4 address however it is written", () => {
    const of = (peer: string) => addressOf(headers({ "x-kapgel-peer": peer }), 0);
    expect(of("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(of("2001:0DB8:1:2::9")).toBe("2001:db8:1:2::/64");
    expect(of("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(of("::1")).toBe("0:0:0:0::/64");
    expect(of("::ffff:10.1.2.3")).toBe("10.1.2.3");
  });

  it("gives those without an address one share together", () => {
    expect(addressOf(headers({}), 1)).toBe("unknown");
  });
});
