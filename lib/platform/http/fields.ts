// The field types that every domain's schemas share: ids, money, points, pages.
import { z } from "zod";

/** Any UUID, whatever its version. */
export const Id = z.guid();
/** Whether it can be an id. */
export const isId = (value: unknown): value is string => Id.safeParse(value).success;
/** Integer minor units (kuruş), never negative. */
export const Minor = z.number().int().min(0).max(100_000_000_000);
/** A date and time with its offset, in and out. */
export const Time = z.iso
  .datetime({ offset: true })
  .refine(
    (time) => /(Z|[+-](0\d|1[0-4]):\d\d)$/.test(time),
    "must have an offset that some clock has, as +03:00",
  );
/** Counts a row's changes: given with a change, it says on which state that was made. */
export const Version = z.number().int().min(1);
export const Lat = z.number().min(-90).max(90);
export const Lng = z.number().min(-180).max(180);

/** Trimmed text of min–max characters that Postgres can hold. */
export const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(
      (value) => value.isWellFormed() && !value.includes("\0"),
      "holds characters that cannot be stored",
    );

/** A number written in a query string. */
export const queryNumber = (schema: z.ZodNumber) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, "must be a number")
    .transform(Number)
    .pipe(schema);

/** `?limit=` and `?cursor=` of every list. */
export const Page = {
  limit: queryNumber(z.number().int().min(1).max(50)).default(20),
  cursor: z.string().max(500).optional(),
};

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), next_cursor: z.string().nullable() });

/** What a SQL function under an idempotency key answers: its answer, and whether it is an earlier request's. */
export const keyedOf = <T extends z.ZodType>(body: T) => z.object({ replayed: z.boolean(), body });

/** `{id}` in a path. */
export const IdParams = z.object({ id: Id });
