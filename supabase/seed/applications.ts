// Two businesses waiting for the operator's decision. Tax numbers have valid check digits and belong to nobody; the IBANs'
// bank codes do not exist.
import type postgres from "postgres";
import { accountId } from "./accounts.ts";
import { seedId } from "./ids.ts";
import type { Person } from "./people.ts";

type Application = {
  applicant: Person;
  row: Record<string, string | number>;
  district: string;
};

const applications: readonly Application[] = [
  {
    applicant: { email: "applicant@kapgel.test", name: "Ece Tuncer", phone: "+90 555 050 50 01" },
    district: "Kadıköy",
    row: {
      business_name: "Koşuyolu Mantı Evi",
      business_type: "restaurant",
      legal_name: "Koşuyolu Mantı Gıda Ltd. Şti.",
      tax_number: "4812059371",
      tax_office: "Kadıköy",
      iban: "TR539999900000001234567890",
      contact_name: "Ece Tuncer",
      contact_phone: "+90 555 050 50 01",
      address_text: "Koşuyolu Mah. Salih Omurtak Sok. No: 12, Kadıköy / İstanbul",
      lat: 41.0088,
      lng: 29.0357,
      note: "Kendi iki kuryemiz var, her gün 11.00–22.00 arası açığız.",
      created_at: "2026-11-02T08:15:00Z",
    },
  },
  {
    applicant: { email: "applicant2@kapgel.test", name: "Yusuf Keskin", phone: "+90 555 050 50 02" },
    district: "Çankaya",
    row: {
      business_name: "Bahçeli Şarküteri",
      business_type: "market",
      legal_name: "Yusuf Keskin",
      tax_number: "12345009846",
      tax_office: "Çankaya",
      iban: "TR179999800000009876543210",
      contact_name: "Yusuf Keskin",
      contact_phone: "+90 555 050 50 02",
      address_text: "Bahçelievler Mah. Aşkabat Cad. No: 44, Çankaya / Ankara",
      lat: 39.9217,
      lng: 32.8236,
      note: "",
      created_at: "2026-11-05T13:40:00Z",
    },
  },
];

/** The customers who applied; their accounts are made with the others. */
export const applicants: readonly Person[] = applications.map(({ applicant }) => applicant);

/** Files the pending applications. */
export async function seedApplications(
  tx: postgres.TransactionSql,
  districts: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = applications.map(({ applicant, district, row }) => ({
    id: seedId("application", applicant.email),
    applicant_id: accountId(applicant.email),
    district_id: districts.get(district) ?? null,
    ...row,
  }));
  await tx`insert into public.vendor_applications ${tx(rows)}`;
}
