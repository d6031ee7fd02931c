// A branch's settings while they are edited: what may be set, what is wrong, and what has changed (only that is sent).
import type { Amount } from "@/components/ui/amount-input";
import type { Branch } from "@/lib/catalog/branches";
import { overlapDay } from "./hours";

const PLAIN = [
  "name",
  "phone",
  "address_text",
  "lat",
  "lng",
  "active",
  "accepts_delivery",
  "accepts_pickup",
  "handover_code_required",
  "fee_policy",
  "hours",
  "special_days",
] as const;
const MONEY = [
  "minimum_order_minor",
  "fee_base_minor",
  "fee_per_km_minor",
  "free_delivery_from_minor",
] as const;
/** Minutes that may be left empty: the step is not taken then. */
export const ALARMS = ["alarm_push_minutes", "alarm_email_minutes", "alarm_pause_minutes"] as const;
/** Whole numbers, the least and the most each may be. */
const WHOLE = {
  prep_minutes: [1, 240],
  confirm_minutes: [1, 120],
  kitchen_hands: [1, 50],
  alarm_push_minutes: [1, 120],
  alarm_email_minutes: [1, 120],
  alarm_pause_minutes: [1, 120],
} as const;
type WholeField = keyof typeof WHOLE;
const WHOLE_FIELDS = Object.keys(WHOLE) as WholeField[];
/** Empty, which the API calls null: a kitchen without limit, a step that is not taken. */
const MAY_BE_EMPTY = new Set<WholeField>(["kitchen_hands", ...ALARMS]);

export type SettingsDraft = Pick<Branch, (typeof PLAIN)[number]> &
  Record<(typeof MONEY)[number], Amount> &
  Record<WholeField, string> & { zone: Branch["zone"] | null };

type Field = keyof SettingsDraft;
/** A message's name under vendor.branch, with its values. */
export type SettingsProblem =
  | { key: "textInvalid"; min: number }
  | { key: "numberInvalid"; min: number; max: number }
  | { key: "moneyInvalid" | "zoneMissing" | "special.dateMissing" }
  | { key: "hours.overlap"; weekday: number };

export function draftOf(branch: Branch): SettingsDraft {
  const { name, phone, address_text, lat, lng, active, accepts_delivery, accepts_pickup } = branch;
  const { handover_code_required, fee_policy, hours, special_days, zone } = branch;
  const { minimum_order_minor, fee_base_minor, fee_per_km_minor, free_delivery_from_minor } = branch;
  return {
    ...{ name, phone, address_text, lat, lng, active, accepts_delivery, accepts_pickup },
    ...{ handover_code_required, fee_policy, hours, special_days, zone },
    ...{ minimum_order_minor, fee_base_minor, fee_per_km_minor, free_delivery_from_minor },
    prep_minutes: String(branch.prep_minutes),
    confirm_minutes: String(branch.confirm_minutes),
    kitchen_hands: String(branch.kitchen_hands ?? ""),
    alarm_push_minutes: String(branch.alarm_push_minutes ?? ""),
    alarm_email_minutes: String(branch.alarm_email_minutes ?? ""),
    alarm_pause_minutes: String(branch.alarm_pause_minutes ?? ""),
  };
}

const asWhole = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** What keeps the draft from being saved, by field. */
export function problemsOf(draft: SettingsDraft): Partial<Record<Field, SettingsProblem>> {
  const problems: Partial<Record<Field, SettingsProblem>> = {};
  if (draft.name.trim().length < 2) problems.name = { key: "textInvalid", min: 2 };
  if (draft.address_text.trim().length < 5) problems.address_text = { key: "textInvalid", min: 5 };
  for (const field of WHOLE_FIELDS) {
    const [min, max] = WHOLE[field];
    const value = asWhole(draft[field]);
    const leftEmpty = MAY_BE_EMPTY.has(field) && draft[field].trim() === "";
    if (!leftEmpty && !(value >= min && value <= max)) problems[field] = { key: "numberInvalid", min, max };
  }
  for (const field of MONEY) {
    const missing = draft[field] === null && field !== "free_delivery_from_minor";
    if (draft[field] === undefined || missing) problems[field] = { key: "moneyInvalid" };
  }
  const weekday = overlapDay(draft.hours);
  if (weekday !== null) problems.hours = { key: "hours.overlap", weekday };
  const dates = draft.special_days.map(({ date }) => date);
  if (dates.includes("") || new Set(dates).size < dates.length) {
    problems.special_days = { key: "special.dateMissing" };
  }
  if (!draft.zone) problems.zone = { key: "zoneMissing" };
  return problems;
}

/** The API's patch that turns `from` into `to`; empty when nothing changed. `to` must be free of problems. */
export function patchOf(from: SettingsDraft, to: SettingsDraft): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const field of Object.keys(to) as Field[]) {
    if (JSON.stringify(from[field]) === JSON.stringify(to[field])) continue;
    patch[field] = to[field];
  }
  for (const field of WHOLE_FIELDS) {
    if (field in patch) patch[field] = to[field].trim() === "" ? null : asWhole(to[field]);
  }
  // A closed day has no times; the API wants none.
  if (patch.special_days) {
    patch.special_days = to.special_days.map((day) =>
      day.closed ? { date: day.date, closed: true, note: day.note } : day,
    );
  }
  if (patch.phone === "") patch.phone = null;
  return patch;
}

/** What every part of the form is given. */
export type SettingsPart = {
  draft: SettingsDraft;
  set: (change: Partial<SettingsDraft>) => void;
  problem: (field: keyof SettingsDraft) => string | string[] | undefined;
};
