// A branch in words. Some vendors name their branches in full ("Moda Lezzet Caferağa"), others by the place alone.

/** "Moda Lezzet Caferağa", or "Gece Dürüm · Moda" where the branch's name does not say whose it is. */
export function branchName(vendor: string, branch: string): string {
  return branch.startsWith(vendor) ? branch : `${vendor} · ${branch}`;
}
