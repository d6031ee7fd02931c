// The map without tiles: our own ground. Colours come from the page's tokens, so the map follows the theme; the grid
// and the rings give it scale where there are no streets. With a style URL the same layers lie over real streets.
import type { Map as MapLibre, StyleSpecification } from "maplibre-gl";

type Lines = { type: "FeatureCollection"; features: GeoJSON.Feature[] };

export const NOTHING: Lines = { type: "FeatureCollection", features: [] };

/** The style of a map with no tiles: the page's background and nothing else. */
export function plainStyle(container: HTMLElement): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colour(container, "--surface-2") } },
    ],
  };
}

/** Adds the grid, rings and zone, in the theme's colours. Call after every `style.load`. */
export function addLayers(map: MapLibre, plain: boolean): void {
  const at = map.getContainer();
  for (const id of ["grid", "rings", "zone"]) map.addSource(id, { type: "geojson", data: NOTHING });
  if (plain) {
    map.addLayer({
      id: "grid",
      type: "line",
      source: "grid",
      paint: { "line-color": colour(at, "--line"), "line-width": 1 },
    });
    map.addLayer({
      id: "rings",
      type: "line",
      source: "rings",
      paint: { "line-color": colour(at, "--line-control"), "line-opacity": 0.55, "line-dasharray": [2, 4] },
    });
  }
  map.addLayer({
    id: "zone-fill",
    type: "fill",
    source: "zone",
    paint: { "fill-color": colour(at, "--brand"), "fill-opacity": 0.1 },
  });
  map.addLayer({
    id: "zone-line",
    type: "line",
    source: "zone",
    layout: { "line-join": "round" },
    paint: { "line-color": colour(at, "--brand-ink"), "line-width": 2 },
  });
}

/** A token's colour as the browser computes it here (MapLibre does not know CSS variables or light-dark()). */
function colour(container: HTMLElement, token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  container.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
