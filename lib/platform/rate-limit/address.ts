// Whose address a request comes from. A header that says so is believed only as far as proxies of ours wrote it.

/**
 * The caller's address; of IPv6 the /64, since one household has them all.
 * @param hops how many proxies of ours stand in front (TRUSTED_PROXIES): the last of them saw the caller
 */
export function addressOf(headers: Headers, hops: number): string {
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const seen = hops > 0 ? forwarded.at(-hops) : headers.get("x-kapgel-peer");
  return networkOf(seen || "unknown");
}

function networkOf(address: string): string {
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const groups = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = address.includes("::")
    ? Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0")
    : [];
  const whole = [...groups, ...zeros, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${whole.join(":")}::/64`;
}
