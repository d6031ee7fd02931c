// Lets only operators in. It stands outside `loading.tsx`, so that the redirect is a real one.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { pageUser } from "@/lib/identity/page-access";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("queue"))("title") };
}

export default async function QueueLayout({ children }: { children: ReactNode }) {
  await pageUser("admin", "/admin/queue");
  return <Messages namespaces={["queue"]}>{children}</Messages>;
}
