// How a business becomes a vendor: a customer applies, an operator decides. Approval makes the applicant a vendor at once.
import { z } from "zod";
import { BusinessType } from "@/lib/catalog/schema";
import { Id, Lat, Lng, Page, pageOf, Time, text } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import { Paper } from "./paper-schema";
import { ApplicationStatus, Phone } from "./schema";

export const NewApplication = z.object({
  business_name: text(2, 120),
  business_type: BusinessType,
  legal_name: text(2, 200),
  tax_number: z
    .string()
    .trim()
    .regex(/^\d{10,11}$/, "must have 10 digits (VKN) or 11 (TCKN)"),
  tax_office: text(2, 100),
  iban: z
    .string()
    .transform((iban) => iban.replace(/\s/g, "").toUpperCase())
    .pipe(z.string().regex(/^TR\d{24}$/, "must be TR and 24 digits")),
  contact_name: text(2, 120),
  contact_phone: Phone,
  address_text: text(5, 300),
  district_id: z.number().int().positive().max(2_147_483_647),
  lat: Lat,
  lng: Lng,
  note: text(0, 1000).optional(),
});
export type NewApplication = z.infer<typeof NewApplication>;

export const Application = z.object({
  id: Id,
  status: ApplicationStatus,
  business_name: z.string(),
  business_type: BusinessType,
  legal_name: z.string(),
  tax_number: z.string(),
  tax_office: z.string(),
  iban: z.string(),
  contact_name: z.string(),
  contact_phone: z.string(),
  address_text: z.string(),
  district_id: z.number().int(),
  district: z.string(),
  city: z.string(),
  lat: z.number(),
  lng: z.number(),
  note: z.string(),
  decided_at: Time.nullable(),
  decision_reason: z.string().nullable(),
  vendor_id: Id.nullable(),
  created_at: Time,
  papers: z.array(Paper),
});
export type Application = z.infer<typeof Application>;
export const ApplicationPage = pageOf(Application);

/** As an operator sees it. */
export const ReviewedApplication = Application.extend({
  applicant: z.object({ id: Id, full_name: z.string(), email: z.string(), phone: z.string().nullable() }),
});
export type ReviewedApplication = z.infer<typeof ReviewedApplication>;
export const ReviewedApplicationPage = pageOf(ReviewedApplication);
export const ApplicationsQuery = z.object({ ...Page, status: ApplicationStatus.optional() });

export const Decision = z
  .object({ decision: z.enum(["approved", "rejected"]), reason: text(0, 1000).nullish() })
  .refine((given) => given.decision === "approved" || given.reason, {
    path: ["reason"],
    message: "is needed to reject",
  });

/** Throws VALIDATION_ERROR on `business_name` while an earlier application waits, on `district_id` for an unknown one. */
export async function submitApplication(db: Database, application: NewApplication): Promise<Application> {
  return Application.parse(await db.call("submit_application", { body: application }));
}

/** The caller's own applications, newest first. */
export async function myApplications(db: Database) {
  return ApplicationPage.parse(await db.call("my_applications"));
}

/** A page of everyone's applications, newest first. Operators only. */
export async function listApplications(
  db: Database,
  filter: Partial<z.infer<typeof ApplicationsQuery>> = {},
) {
  return ReviewedApplicationPage.parse(await db.call("list_applications", { filter }));
}

/** Approves or rejects. Throws INVALID_TRANSITION with `details.current` when it is decided already; NOT_FOUND. */
export async function decideApplication(
  db: Database,
  id: string,
  decision: z.infer<typeof Decision>,
): Promise<ReviewedApplication> {
  return ReviewedApplication.parse(
    await db.call("decide_application", { application_id: id, body: decision }),
  );
}
