import type { ReactNode } from "react";
import { requireVendor } from "../../access";

export default async function BranchLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>;
  children: ReactNode;
}) {
  await requireVendor(`/vendor/branches/${(await params).id}`, "branches");
  return children;
}
