// The map itself: MapLibre behind a small surface. Loaded only when a map is on screen. The page says what is to be
// seen (`show`); the engine works out what changed. It owns every marker and listener and lets go of all in `stop`.
import { type LngLatBoundsLike, Map as MapLibre, Marker, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { formatDistance } from "@/lib/format/distance";
import { type Bounds, boundsOf, grid, middleOf, offset, type Point, ring, type Zone } from "./geometry";
import { LiveMarker, type MapMarker } from "./marker";
import { addLayers, NOTHING, plainStyle } from "./style";

export type Scene = {
  zone: Zone | null;
  markers: MapMarker[];
  onClick: ((point: Point) => void) | undefined;
};

const ISTANBUL: Point = { lat: 41.015, lng: 28.98 };
const RINGS_M = [500, 1_000, 2_000, 4_000];
/** The grid's step aims at this many pixels. */
const GRID_PX = 90;
const GRID_STEPS_M = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 50_000];

setWorkerUrl("/maplibre-gl-worker.mjs");

export class MapEngine {
  readonly #map: MapLibre;
  readonly #plain: boolean;
  readonly #locale: string;
  readonly #markers = new Map<string, LiveMarker>();
  readonly #ringLabels: Marker[] = [];
  readonly #stopTheme: () => void;
  #scene: Scene = { zone: null, markers: [], onClick: undefined };
  #ready = false;
  #touched = false;

  /** Starts a map in `container`. @throws Error where the device cannot draw one. */
  constructor(container: HTMLElement, scene: Scene, { locale, label }: { locale: string; label: string }) {
    const styleUrl = document.documentElement.dataset.mapStyle;
    this.#plain = !styleUrl;
    this.#locale = locale;
    this.#scene = scene;
    const box = boundsOf(scene.markers, scene.zone);
    const centre = box ? middleOf(box) : ISTANBUL;
    this.#map = new MapLibre({
      container,
      style: styleUrl ?? plainStyle(container),
      center: [centre.lng, centre.lat],
      zoom: box ? 14 : 10,
      attributionControl: styleUrl ? { compact: true } : false,
      cooperativeGestures: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      locale: { "Map.Title": label, "Marker.Title": label },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.addControl(new ScaleControl({ maxWidth: 120, unit: "metric" }), "bottom-left");
    this.#map.on("style.load", () => this.#dress());
    this.#map.on("moveend", () => this.#drawGrid());
    this.#map.on("movestart", (event) => {
      if ("originalEvent" in event && event.originalEvent) this.#touched = true;
    });
    this.#map.on("click", ({ lngLat }) => {
      this.#touched = true;
      this.#scene.onClick?.({ lat: lngLat.lat, lng: lngLat.lng });
    });
    this.#stopTheme = onThemeChange(
      () => this.#plain && this.#map.setStyle(plainStyle(container), { diff: false }),
    );
    this.fit(false);
    this.show(scene);
  }

  /** Shows this scene. While nobody has moved the map by hand, it keeps everything in sight. */
  show(scene: Scene): void {
    const strayed = scene.markers.some(({ lat, lng }) => !this.#map.getBounds().contains([lng, lat]));
    const zoneCame = !this.#scene.zone && scene.zone;
    this.#scene = scene;
    this.#map.getCanvas().style.cursor = scene.onClick ? "crosshair" : "";
    for (const [id, marker] of this.#markers) {
      if (scene.markers.some((place) => place.id === id)) continue;
      marker.remove();
      this.#markers.delete(id);
    }
    for (const place of scene.markers) {
      const marker = this.#markers.get(place.id);
      if (marker) marker.update(place);
      else this.#markers.set(place.id, new LiveMarker(this.#map, place));
    }
    if (this.#ready) this.#drawScene();
    if (!this.#touched && (strayed || zoneCame)) this.fit(true);
  }

  /** Brings everything into sight. */
  fit(animate: boolean): void {
    const box = boundsOf(this.#scene.markers, this.#scene.zone);
    if (!box) return;
    this.#map.fitBounds(asBounds(box), { padding: 48, maxZoom: 15.5, animate });
    this.#touched = false;
  }

  zoom(by: 1 | -1): void {
    this.#touched = true;
    this.#map.zoomTo(this.#map.getZoom() + by);
  }

  /** Lets go of the drawing surface, the markers and every listener. */
  stop(): void {
    this.#stopTheme();
    for (const marker of this.#markers.values()) marker.remove();
    for (const label of this.#ringLabels) label.remove();
    this.#map.remove();
  }

  #dress(): void {
    addLayers(this.#map, this.#plain);
    this.#ready = true;
    this.#drawScene();
    this.#drawGrid();
  }

  #drawScene(): void {
    const { zone, markers } = this.#scene;
    this.#set("zone", zone ? [{ type: "Feature", properties: {}, geometry: zone }] : []);
    if (!this.#plain) return;
    const centre =
      markers.find(({ kind }) => kind === "branch") ?? markers.find(({ kind }) => kind === "home");
    this.#set("rings", centre ? RINGS_M.map((metres) => line(ring(centre, metres))) : []);
    for (const [index, metres] of RINGS_M.entries()) {
      this.#ringLabels[index] ??= new Marker({ element: ringLabel(formatDistance(metres, this.#locale)) });
      const label = this.#ringLabels[index];
      label?.remove();
      if (!centre) continue;
      const { lng, lat } = offset(centre, metres, 0);
      label?.setLngLat([lng, lat]).addTo(this.#map);
    }
  }

  #drawGrid(): void {
    if (!this.#plain || !this.#ready) return;
    const view = this.#map.getBounds();
    const box = {
      west: view.getWest(),
      east: view.getEast(),
      south: view.getSouth(),
      north: view.getNorth(),
    };
    const metresPerPx =
      (156_543 * Math.cos((view.getCenter().lat * Math.PI) / 180)) / 2 ** (this.#map.getZoom() + 1);
    const step = GRID_STEPS_M.find((metres) => metres / metresPerPx >= GRID_PX);
    this.#set("grid", step ? grid(box, step).map(line) : []);
  }

  #set(id: string, features: GeoJSON.Feature[]): void {
    const source = this.#map.getSource<import("maplibre-gl").GeoJSONSource>(id);
    void source?.setData({ ...NOTHING, features });
  }
}

function line(coordinates: number[][]): GeoJSON.Feature {
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } };
}

function asBounds({ west, south, east, north }: Bounds): LngLatBoundsLike {
  return [west, south, east, north];
}

function ringLabel(text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "pointer-events-none rounded-full bg-surface-2 px-1.5 text-xs text-ink-3";
  element.textContent = text;
  element.setAttribute("aria-hidden", "true");
  return element;
}

function onThemeChange(notify: () => void): () => void {
  const observer = new MutationObserver(notify);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const device = matchMedia("(prefers-color-scheme: dark)");
  device.addEventListener("change", notify);
  return () => {
    observer.disconnect();
    device.removeEventListener("change", notify);
  };
}
