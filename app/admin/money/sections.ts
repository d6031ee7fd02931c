// The sections of the operator's money page, by the name they have in its address.
export const SECTIONS = ["overview", "sagas", "webhooks", "adjustments", "payouts", "settings"] as const;

export type Section = (typeof SECTIONS)[number];

/** The address of a section; the overview is the page itself. */
export function sectionPath(section: Section, state?: string): string {
  if (section === "overview") return "/admin/money";
  return `/admin/money?show=${section}${state ? `&state=${state}` : ""}`;
}
