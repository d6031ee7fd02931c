// Lets only operators in. It stands outside `loading.tsx`, so that the redirect is a real one.
import type { ReactNode } from "react";
import { pageUser } from "@/lib/identity/page-access";

export default async function MoneyLayout({ children }: { children: ReactNode }) {
  await pageUser("admin", "/admin/money");
  return children;
}
