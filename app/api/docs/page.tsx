// The API reference, rendered from the OpenAPI document that the API gives of itself.
import { FileJson } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { SiteHeader } from "@/components/site-header";
import { Scroller } from "@/components/ui/scroller";
import { currentUser } from "@/lib/identity/session";
import { DocSearch } from "./doc-search";
import { readSections } from "./document";
import { ErrorCodes } from "./error-codes";
import { OperationCard } from "./operation-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.docs"))("title") };
}

export default async function ApiDocsPage() {
  const [t, user, sent] = await Promise.all([getTranslations("admin.docs"), currentUser(), headers()]);
  const origin = `${sent.get("x-forwarded-proto") ?? "http"}://${sent.get("host") ?? "localhost:3000"}`;
  const sections = await readSections(origin);
  return (
    <>
      <SiteHeader user={user} />
      <Page>
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
          <nav aria-label={t("sections")} className="hidden lg:block">
            <ul className="sticky top-[calc(var(--header)+1.5rem)] grid gap-0.5">
              {[...sections.map(({ tag }) => tag), "errors"].map((tag) => (
                <li key={tag}>
                  <a
                    href={`#${tag}`}
                    className="block rounded-md px-3 py-1.5 font-mono text-sm text-ink-2 hover:bg-surface-2 hover:text-ink"
                  >
                    {tag}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="grid grid-cols-1 gap-8">
            <header className="grid gap-3">
              <h1 className="text-3xl">{t("title")}</h1>
              <p className="max-w-prose text-ink-2">{t("intro")}</p>
              <a
                href="/api/openapi.json"
                className="inline-flex min-h-11 items-center gap-2 justify-self-start font-semibold text-brand-ink"
              >
                <FileJson aria-hidden className="size-5" />
                {t("download")}
              </a>
              <SignInExample origin={origin} title={t("signInFirst")} />
              <DocSearch label={t("search")} none={t("none")} />
            </header>
            {sections.map(({ tag, operations }) => (
              <section key={tag} id={tag} data-section className="grid grid-cols-1 gap-3">
                <h2 className="font-mono text-xl">/{tag}</h2>
                {operations.map((operation) => (
                  <OperationCard key={operation.id} operation={operation} />
                ))}
              </section>
            ))}
            <ErrorCodes />
          </div>
        </div>
      </Page>
    </>
  );
}

function SignInExample({ origin, title }: { origin: string; title: string }) {
  return (
    <figure className="grid grid-cols-1 gap-1.5">
      <figcaption className="text-sm font-medium text-ink-2">{title}</figcaption>
      <Scroller label={title} className="rounded-md bg-surface-2">
        <pre className="w-max p-3 font-mono text-sm">
          {`TOKEN=$(curl -s -X POST ${origin}/api/auth/sign-in \\\n  -H "Content-Type: application/json" \\\n  -d '{"email": "customer@kapgel.test", "password": "kapgel-demo"}' | jq -r .access_token)`}
        </pre>
      </Scroller>
    </figure>
  );
}
