// Branch names inside the panel.

/** "Moda Lezzet Göztepe" → "Göztepe": here the vendor's own name says nothing. A name that is only the vendor's stays. */
export function shortName(branch: string, vendor = ""): string {
  return (branch.startsWith(vendor) && branch.slice(vendor.length).trim()) || branch;
}
