// One branch's settings.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getVendorBranch } from "@/lib/catalog/panel-queries";
import { pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { IdParams } from "@/lib/platform/http/fields";
import { requireVendor } from "../../access";
import { BranchSettings } from "./branch-settings";

type Props = { params: Promise<{ id: string }> };

const readBranch = cache(async (id: string) => {
  if (!IdParams.safeParse({ id }).success) notFound();
  try {
    return await getVendorBranch(await pageDatabase(), id);
  } catch (error) {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  await requireVendor(`/vendor/branches/${id}`, "branches");
  return { title: (await readBranch(id)).name };
}

export default async function BranchPage({ params }: Props) {
  const { id } = await params;
  await requireVendor(`/vendor/branches/${id}`, "branches");
  return <BranchSettings initial={await readBranch(id)} />;
}
