// The design system on one page: every token, and every component of components/ui in every state. For development and demos.
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Logo } from "@/components/logo";
import { Messages } from "@/components/messages";
import { Page } from "@/components/page";
import { Preferences } from "@/components/preferences";
import { Actions } from "./actions";
import { Fields } from "./fields";
import { Messaging } from "./messaging";
import { Overlays } from "./overlays";
import { Shapes } from "./shapes";
import { Surfaces } from "./surfaces";
import { Typography } from "./typography";
import { Wayfinding } from "./wayfinding";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("design"))("title"), robots: { index: false, follow: false } };
}

const SECTIONS = {
  shapes: Shapes,
  typography: Typography,
  actions: Actions,
  fields: Fields,
  messaging: Messaging,
  surfaces: Surfaces,
  wayfinding: Wayfinding,
  overlays: Overlays,
} as const;

export default async function DesignPage() {
  // Read at run time: a build made for production may be run as a demo.
  const { NODE_ENV, KAPGEL_DEMO } = process.env;
  if (NODE_ENV !== "development" && KAPGEL_DEMO !== "1") notFound();
  const t = await getTranslations();
  const names = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];
  return (
    <Messages namespaces={["design"]}>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-2 px-4 py-2">
          <Link href="/" aria-label={t("common.appName")} className="flex min-h-11 items-center rounded-md">
            <Logo />
          </Link>
          <Preferences className="sm:flex" />
        </div>
      </header>
      <Page className="grid grid-cols-1 gap-10">
        <div className="grid gap-3">
          <h1 className="text-3xl">{t("design.title")}</h1>
          <p className="max-w-prose text-ink-2">{t("design.intro")}</p>
          <nav aria-label={t("design.sections")} className="flex flex-wrap gap-x-5">
            {names.map((name) => (
              <a
                key={name}
                href={`#${name}`}
                className="inline-flex min-h-11 min-w-11 items-center rounded-md font-semibold text-brand-ink hover:underline"
              >
                {t(`design.${name}.title`)}
              </a>
            ))}
          </nav>
        </div>
        {names.map((name) => {
          const Section = SECTIONS[name];
          return (
            <section
              key={name}
              id={name}
              aria-labelledby={`${name}-title`}
              className="grid min-w-0 grid-cols-1 gap-5"
            >
              <h2 id={`${name}-title`} className="border-b border-line pb-2 text-2xl">
                {t(`design.${name}.title`)}
              </h2>
              <Section />
            </section>
          );
        })}
      </Page>
    </Messages>
  );
}
