// The demo vendors' branches: points, zones, hours, special days and fees.
import type postgres from "postgres";
import { seedId } from "./ids.ts";
import type { Branch, Piece, Ring, Vendor } from "./vendor.ts";
import { vendors } from "./vendors/all.ts";

const CITY = { Kadıköy: "İstanbul", Beşiktaş: "İstanbul", Çankaya: "Ankara" } as const;
const KM_PER_DEGREE = 111.195; // of latitude, on the sphere that app.distance_m uses
const FIRST_DAY = Date.UTC(2026, 8, 1, 9);
const HOUR = 3_600_000;

/** The fixed id of a vendor's branch. */
export function branchId(vendor: Vendor, branch: Branch): string {
  return seedId("branch", vendor.slug, branch.area);
}

/** When the vendor at this place of the list joined: one a day, so that lists by age have one order. */
export function joinedAt(place: number): Date {
  return new Date(FIRST_DAY + place * 24 * HOUR);
}

/** Opens every branch of every vendor. `districts` gives ids by name. */
export async function seedBranches(
  tx: postgres.TransactionSql,
  districts: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = [];
  const hours = [];
  const specialDays = [];
  for (const [place, vendor] of vendors.entries()) {
    for (const [i, branch] of vendor.branches.entries()) {
      const branch_id = branchId(vendor, branch);
      const openedAt = new Date(joinedAt(place).getTime() + i * HOUR);
      rows.push({
        id: branch_id,
        vendor_id: seedId("vendor", vendor.slug),
        ...branchRow(tx, vendor, branch, openedAt, districts),
      });
      hours.push(
        ...branch.hours.flatMap(({ days, opens, closes }) =>
          days.map((weekday) => ({ branch_id, weekday, opens, closes })),
        ),
      );
      for (const { date, note, opens = null, closes = null } of branch.specialDays ?? []) {
        specialDays.push({ branch_id, date, closed: opens === null, opens, closes, note });
      }
    }
  }
  await tx`insert into public.branches ${tx(rows)}`;
  await tx`insert into public.branch_hours ${tx(hours)}`;
  await tx`insert into public.branch_special_days ${tx(specialDays)}`;
}

function branchRow(
  tx: postgres.TransactionSql,
  vendor: Vendor,
  branch: Branch,
  openedAt: Date,
  districts: ReadonlyMap<string, number>,
) {
  return {
    name: `${vendor.name} ${branch.area}`,
    district_id: districts.get(branch.district) ?? null,
    address_text: `${branch.street}, ${branch.district} / ${CITY[branch.district]}`,
    phone: branch.phone,
    lat: branch.lat,
    lng: branch.lng,
    zone: tx.json(zoneOf(branch)),
    accepts_pickup: branch.pickup ?? true,
    handover_code_required: branch.code ?? false,
    prep_minutes: branch.prepMinutes,
    minimum_order_minor: branch.minimum * 100,
    fee_policy: branch.fee.perKm === undefined ? "zone" : "distance",
    fee_base_minor: branch.fee.base * 100,
    fee_per_km_minor: (branch.fee.perKm ?? 0) * 100,
    free_delivery_from_minor: branch.fee.freeFrom === undefined ? null : branch.fee.freeFrom * 100,
    kitchen_hands: branch.hands ?? null,
    alarm_push_minutes: branch.alarm?.push ?? 2,
    alarm_email_minutes: branch.alarm?.email ?? 4,
    alarm_pause_minutes: branch.alarm ? branch.alarm.pause : 8,
    created_at: openedAt,
  };
}

// GeoJSON (RFC 7946): longitude first, rings closed, outer rings anticlockwise and holes clockwise.
function zoneOf(branch: Branch) {
  const pieces = branch.zone.map(({ outer, holes = [] }: Piece) => [
    wound(placed(outer, branch), true),
    ...holes.map((hole) => wound(placed(hole, branch), false)),
  ]);
  const [only] = pieces;
  return only && pieces.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: pieces };
}

function placed(ring: Ring, { lat, lng }: Branch): number[][] {
  const perDegree = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const points = ring.map(([east, north]) => [
    rounded(lng + east / perDegree),
    rounded(lat + north / KM_PER_DEGREE),
  ]);
  return [...points, ...points.slice(0, 1)];
}

function wound(ring: number[][], anticlockwise: boolean): number[][] {
  let doubledArea = 0;
  for (const [i, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = x, nextY = y] = ring[i + 1] ?? [];
    doubledArea += x * nextY - nextX * y;
  }
  return doubledArea > 0 === anticlockwise ? ring : ring.toReversed();
}

// Five decimals are a metre.
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
