// The pictures that come with the site, for products without a photograph of their own.
import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Their addresses by name; empty where the deployment does not carry the folder. */
export async function listPictures(): Promise<string[]> {
  const files = await readdir(join(process.cwd(), "public/pictures")).catch(() => []);
  return files
    .filter((file) => /\.(webp|png|jpg|svg)$/.test(file))
    .sort()
    .map((file) => `/pictures/${file}`);
}
