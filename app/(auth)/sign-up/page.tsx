// Becoming a customer. Other roles are given by their vendor or by the operator, never chosen here.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { homeOf, safeNextPath } from "@/lib/browser/next-path";
import { currentUser } from "@/lib/identity/session";
import { SignUpForm } from "./sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signUp") };
}

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const path = safeNextPath(Array.isArray(next) ? next[0] : next);
  const user = await currentUser();
  if (user) redirect(path ?? homeOf(user.role));
  return <SignUpForm next={path} />;
}
