// Signing in. `?next=` is where the person was going; only this site's own paths are followed.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { homeOf, safeNextPath } from "@/lib/browser/next-path";
import { currentUser } from "@/lib/identity/session";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const path = safeNextPath(Array.isArray(next) ? next[0] : next);
  const user = await currentUser();
  if (user) redirect(path ?? homeOf(user.role));
  return <SignInForm next={path} demo={process.env.KAPGEL_DEMO === "1"} />;
}
