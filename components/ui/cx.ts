// Joins class names, leaving out what is false or absent.

/** Joins the truthy class names with a space. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
