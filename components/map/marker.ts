// One marker: its looks by kind, and its movement. A courier glides from where it is to where it was last seen.
import { type Map as MapLibre, Marker } from "maplibre-gl";
import { wantsStill } from "@/lib/browser/motion";
import { metresBetween } from "@/lib/format/distance";
import type { Point } from "./geometry";

export type MarkerKind = "branch" | "vendor" | "home" | "courier" | "pin" | "corner";
export type MapMarker = Point & {
  id: string;
  kind: MarkerKind;
  label: string;
  /** A stop's place in the ride, shown instead of its icon. */
  number?: number;
  /** A courier's position too old to call current. */
  stale?: boolean;
  /** Degrees clockwise from north. */
  heading?: number | null;
  /** Makes the marker draggable; called with its new place. */
  onMove?: (point: Point) => void;
  /** Makes the marker a button. */
  onPick?: () => void;
  picked?: boolean;
};

/** Positions come every 15 s; gliding longer than this would show where the courier was, not where they are. */
const LONGEST_GLIDE_MS = 3_000;
/** A jump this long is a correction, not a ride. */
const JUMP_M = 2_000;

const STORE =
  '<path d="m2 7 2-4h16l2 4M4 11v9h16v-9M2 7a3 3 0 0 0 5 2.2A3 3 0 0 0 12 9.2a3 3 0 0 0 5 0A3 3 0 0 0 22 7M10 20v-5h4v5"/>';
const icons: Record<Exclude<MarkerKind, "corner">, string> = {
  branch: STORE,
  vendor: STORE,
  home: '<path d="M3 11 12 3l9 8M5 9.5V20h14V9.5M10 20v-6h4v6"/>',
  courier:
    '<circle cx="5.5" cy="17" r="3.5"/><circle cx="18.5" cy="17" r="3.5"/><path d="M15 17H9.5l-2-6.5H13L15 17l3-6M12 6h4l2 5M7.5 10.5 6 7H4"/>',
  pin: '<circle cx="12" cy="12" r="3.5" fill="currentColor"/>',
};
const looks: Record<Exclude<MarkerKind, "corner">, string> = {
  branch: "bg-surface text-brand-ink border-brand-ink",
  vendor: "bg-surface text-brand-ink border-brand-ink",
  home: "bg-ink text-bg border-surface",
  courier: "bg-brand text-on-brand border-surface",
  pin: "bg-brand text-on-brand border-surface",
};

/** A marker that lives on the map until `remove()`. */
export class LiveMarker {
  readonly #marker: Marker;
  readonly #element: HTMLElement;
  #target: Point;
  #frame = 0;
  #seenAt = performance.now();
  #onMove: ((point: Point) => void) | undefined;
  #onPick: (() => void) | undefined;

  constructor(map: MapLibre, place: MapMarker) {
    this.#element = document.createElement("div");
    this.#target = place;
    this.#element.dataset.marker = place.id;
    this.#marker = new Marker({ element: this.#element, draggable: Boolean(place.onMove) })
      .setLngLat([place.lng, place.lat])
      .addTo(map);
    this.#marker.on("dragend", () => {
      const { lat, lng } = this.#marker.getLngLat();
      this.#target = { lat, lng };
      this.#onMove?.({ lat, lng });
    });
    this.#element.addEventListener("click", (event) => {
      if (!this.#onPick) return;
      event.stopPropagation();
      this.#onPick();
    });
    this.#element.addEventListener("keydown", (event) => {
      if (!this.#onPick || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      this.#onPick();
    });
    this.update(place);
  }

  /** Shows the same marker as it is now. */
  update(place: MapMarker): void {
    this.#onMove = place.onMove;
    this.#onPick = place.onPick;
    this.#element.innerHTML = drawing(place);
    this.#element.setAttribute("role", place.onPick ? "button" : "img");
    if (place.onPick) {
      this.#element.tabIndex = 0;
      this.#element.setAttribute("aria-pressed", String(place.picked === true));
      this.#element.classList.toggle("z-10", place.picked === true);
      this.#element.style.cursor = "pointer";
    }
    this.#element.setAttribute("aria-label", place.label);
    this.#element.title = place.label;
    this.#element.dataset.testid = `${place.kind}-marker`;
    this.#element.dataset.lat = String(place.lat);
    this.#element.dataset.lng = String(place.lng);
    if (place.lat !== this.#target.lat || place.lng !== this.#target.lng) this.#goTo(place);
  }

  #goTo(target: Point): void {
    const from = this.#marker.getLngLat();
    const now = performance.now();
    const glide = Math.min(LONGEST_GLIDE_MS, now - this.#seenAt);
    this.#seenAt = now;
    this.#target = { lat: target.lat, lng: target.lng };
    cancelAnimationFrame(this.#frame);
    if (this.#onMove || wantsStill() || document.hidden || metresBetween(from, target) > JUMP_M) {
      this.#marker.setLngLat([target.lng, target.lat]);
      return;
    }
    const step = (time: number) => {
      const part = Math.min(1, Math.max(0, (time - now) / glide));
      this.#marker.setLngLat([
        from.lng + (target.lng - from.lng) * part,
        from.lat + (target.lat - from.lat) * part,
      ]);
      if (part < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  remove(): void {
    cancelAnimationFrame(this.#frame);
    this.#marker.remove();
  }
}

/** Our own constants and numbers only: nothing a person wrote ever becomes markup. */
function drawing({ kind, stale, heading, number, picked, onPick }: MapMarker): string {
  if (kind === "corner") {
    return '<span class="grid size-11 cursor-grab place-items-center"><span class="size-4 rounded-full border-[3px] border-brand-ink bg-surface shadow-raised"></span></span>';
  }
  const look = picked
    ? "bg-brand text-on-brand border-surface"
    : stale
      ? "bg-surface-2 text-ink-2 border-line-control border-dashed"
      : looks[kind];
  const arrow =
    kind === "courier" && typeof heading === "number" && Number.isFinite(heading) && !stale
      ? `<span class="absolute inset-0" style="rotate:${Math.round(heading)}deg"><span class="absolute -top-2.5 left-1/2 -translate-x-1/2 border-x-[6px] border-b-[8px] border-x-transparent border-b-brand-ink"></span></span>`
      : "";
  const face =
    number === undefined
      ? `<svg aria-hidden="true" viewBox="0 0 24 24" class="size-5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${icons[kind]}</svg>`
      : `<span aria-hidden="true" class="text-lg font-bold">${Math.round(number)}</span>`;
  return `<span class="relative grid ${onPick ? "size-11" : "size-10"} place-items-center rounded-full border-2 shadow-raised ${look}">${arrow}${face}</span>`;
}
