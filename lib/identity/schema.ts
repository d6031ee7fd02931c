// Identity's shapes: who someone is, how they come in, and where their orders go.
import { z } from "zod";
import { Id, Lat, Lng, pageOf, Time, text } from "@/lib/platform/http/fields";

export const UserRole = z.enum(["customer", "vendor_admin", "courier", "admin"]);
/** What someone may do at the vendor they work for; `orders` is everybody's there. */
export const StaffRight = z.enum(["orders", "menu", "branches", "money", "staff"]);
export type StaffRight = z.infer<typeof StaffRight>;
export const ApplicationStatus = z.enum(["pending", "approved", "rejected"]);
export const PaperKind = z.enum(["tax_plate", "signature_circular", "identity", "other"]);
export type PaperKind = z.infer<typeof PaperKind>;
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()-]{7,20}$/, "must be a phone number");
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const Password = z.string().min(8).max(72); // bcrypt reads 72 bytes

export const SignIn = z.object({ email: Email, password: z.string().min(1).max(200) });
export const SignUp = z.object({
  email: Email,
  password: Password,
  full_name: text(1, 120),
  phone: Phone.optional(),
  locale: z.enum(["tr", "en"]).default("tr"),
});
export const Refresh = z.object({ refresh_token: z.string().min(1).max(500).optional() });

export const Me = z.object({
  id: Id,
  role: UserRole,
  email: z.string(),
  full_name: z.string(),
  phone: z.string().nullable(),
  locale: z.enum(["tr", "en"]),
  vendor: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable(),
  rights: z.array(StaffRight),
});
export type Me = z.infer<typeof Me>;

export const Session = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_at: z.number().int(), // seconds since the epoch
  user: Me.pick({ id: true, role: true, full_name: true }),
});
export type Session = z.infer<typeof Session>;

/** What a browser needs to join realtime channels. */
export const RealtimeAccess = z.object({
  url: z.string(),
  key: z.string(),
  access_token: z.string(),
  expires_at: z.number().int(),
});

export const ProfilePatch = z.object({
  full_name: text(1, 120).optional(),
  phone: Phone.nullable().optional(),
  locale: z.enum(["tr", "en"]).optional(),
});

export const NewAddress = z.object({
  label: text(1, 40),
  text: text(5, 300),
  lat: Lat,
  lng: Lng,
  neighborhood_id: z.number().int().positive().optional(),
});
export const Address = z.object({
  id: Id,
  label: z.string(),
  text: z.string(),
  lat: z.number(),
  lng: z.number(),
  neighborhood_id: z.number().nullable(),
  created_at: Time,
});
export const AddressPage = pageOf(Address).extend({ next_cursor: z.null().default(null) });
