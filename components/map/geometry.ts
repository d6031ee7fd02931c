// The map's plane geometry: bounds, rings of distance, the grid, and editing a zone's corners. Pure; points are
// {lat, lng} in degrees, GeoJSON positions are [lng, lat].

export type Point = { lat: number; lng: number };
type Position = number[];
export type Zone =
  | { type: "Polygon"; coordinates: Position[][] }
  | { type: "MultiPolygon"; coordinates: Position[][][] };
export type Bounds = { west: number; south: number; east: number; north: number };

const METRES_PER_DEGREE = 111_195;
const RING_STEPS = 72;
const MOST_GRID_LINES = 80;

/** The smallest box around points and a zone; null when there is nothing. */
export function boundsOf(points: Point[], zone?: Zone | null): Bounds | null {
  const all = [...points, ...(zone ? zonePoints(zone) : [])];
  const [first] = all;
  if (!first) return null;
  const box = { west: first.lng, east: first.lng, south: first.lat, north: first.lat };
  for (const { lat, lng } of all) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** The middle of a box. */
export function middleOf(box: Bounds): Point {
  return { lat: (box.south + box.north) / 2, lng: (box.west + box.east) / 2 };
}

function zonePoints(zone: Zone): Point[] {
  const polygons = zone.type === "Polygon" ? [zone.coordinates] : zone.coordinates;
  return polygons.flatMap((rings) => (rings[0] ?? []).map(toPoint));
}

function toPoint(position: Position): Point {
  return { lat: position[1] ?? 0, lng: position[0] ?? 0 };
}

/** The point `metres` from `from`, at `bearing` degrees clockwise from north. */
export function offset(from: Point, metres: number, bearing: number): Point {
  const angle = (bearing * Math.PI) / 180;
  const perLng = METRES_PER_DEGREE * Math.cos((from.lat * Math.PI) / 180);
  return {
    lat: from.lat + (metres * Math.cos(angle)) / METRES_PER_DEGREE,
    lng: from.lng + (metres * Math.sin(angle)) / perLng,
  };
}

/** A circle of `metres` around a point, as a closed line of positions. */
export function ring(centre: Point, metres: number): Position[] {
  return Array.from({ length: RING_STEPS + 1 }, (_, step) => {
    const { lng, lat } = offset(centre, metres, (step * 360) / RING_STEPS);
    return [lng, lat];
  });
}

/** Lines every `metres` that cover the box, fixed to the ground (they do not swim when the map moves). */
export function grid(box: Bounds, metres: number): Position[][] {
  const dLat = metres / METRES_PER_DEGREE;
  // One longitude step for a whole degree of latitude: close enough to square, and stable while panning.
  const dLng = dLat / Math.cos((Math.round((box.south + box.north) / 2) * Math.PI) / 180);
  const lines: Position[][] = [];
  const eachStep = (from: number, to: number, step: number, line: (at: number) => Position[]) => {
    const first = Math.ceil(from / step);
    const last = Math.min(Math.floor(to / step), first + MOST_GRID_LINES);
    for (let n = first; n <= last; n++) lines.push(line(n * step));
  };
  eachStep(box.west, box.east, dLng, (lng) => [
    [lng, box.south],
    [lng, box.north],
  ]);
  eachStep(box.south, box.north, dLat, (lat) => [
    [box.west, lat],
    [box.east, lat],
  ]);
  return lines;
}

/** The corners of a zone's first outline, without the closing repeat. */
export function cornersOf(zone: Zone | null): Point[] {
  const outline = (zone?.type === "Polygon" ? zone.coordinates[0] : zone?.coordinates[0]?.[0]) ?? [];
  return outline.slice(0, -1).map(toPoint);
}

/** The zone with its first outline replaced (other polygons and holes stay); null below three corners. */
export function withCorners(zone: Zone | null, corners: Point[]): Zone | null {
  const [first] = corners;
  if (!first || corners.length < 3) return null;
  const outline = [...corners, first].map(({ lat, lng }) => [lng, lat]);
  if (zone?.type === "MultiPolygon") {
    const [polygon = [], ...others] = zone.coordinates;
    return { type: "MultiPolygon", coordinates: [[outline, ...polygon.slice(1)], ...others] };
  }
  return { type: "Polygon", coordinates: [outline, ...(zone?.coordinates.slice(1) ?? [])] };
}

/** Adds a corner where it lengthens the outline least, so that a click never makes the outline cross itself needlessly. */
export function addCorner(corners: Point[], corner: Point): Point[] {
  if (corners.length < 3) return [...corners, corner];
  const squeeze = Math.cos((corner.lat * Math.PI) / 180);
  const far = (a: Point, b: Point) => Math.hypot(a.lat - b.lat, (a.lng - b.lng) * squeeze);
  let best = corners.length;
  let least = Number.POSITIVE_INFINITY;
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    const detour = far(from, corner) + far(corner, to) - far(from, to);
    if (detour < least) {
      least = detour;
      best = index + 1;
    }
  });
  return corners.toSpliced(best, 0, corner);
}

/** Corners as text, one "lat, lng" a line. */
export function cornersToText(corners: Point[]): string {
  return corners.map(({ lat, lng }) => `${lat.toFixed(5)}, ${lng.toFixed(5)}`).join("\n");
}

/** Reads corners back; on a line that is not a place on earth answers that line's number (from 1). */
export function cornersFromText(text: string): Point[] | { badLine: number } {
  const corners: Point[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(line);
    const point = { lat: Number(match?.[1]), lng: Number(match?.[2]) };
    if (!match || Math.abs(point.lat) > 90 || Math.abs(point.lng) > 180) return { badLine: index + 1 };
    corners.push(point);
  }
  return corners;
}
