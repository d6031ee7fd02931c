// The words of what one does with orders, money and an account: three times as many as who looks around needs (layout.tsx).
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";

export function AllWords({ children }: { children: ReactNode }) {
  return <Messages namespaces={["shop"]}>{children}</Messages>;
}
