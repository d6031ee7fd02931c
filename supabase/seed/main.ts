// The seed: reference geography for every database, and the demo town for local ones. Each is one transaction, so a
// part is either whole or absent, and running the seed again changes nothing.
import type postgres from "postgres";
import { seedGeography } from "./geography.ts";
import { seedTown } from "./town.ts";

/** Fills an empty, migrated database with Turkey's places and the demo town; returns at once where both exist. */
export async function seed(sql: postgres.Sql): Promise<void> {
  await seedGeography(sql);
  await seedTown(sql);
}
