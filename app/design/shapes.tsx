// Colour, space, radius, elevation and motion: the tokens of app/globals.css, each drawn with itself.
import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { Specimen } from "./specimen";

const SURFACES = ["bg", "surface", "surface-2"] as const;
const INKS = ["ink", "ink-2", "ink-3", "brand-ink", "success", "warning", "danger", "info"] as const;
const PAIRS = [
  { fill: "brand", text: "on-brand" },
  { fill: "brand-hover", text: "on-brand" },
  { fill: "brand-soft", text: "brand-ink" },
  { fill: "success-soft", text: "success" },
  { fill: "warning-soft", text: "warning" },
  { fill: "danger-soft", text: "danger" },
  { fill: "info-soft", text: "info" },
] as const;
const LINES = ["line", "line-control"] as const;
const SPACES = ["control", "control-sm", "header"] as const;
const RADII = ["sm", "md", "lg", "xl"] as const;
const SHADOWS = ["card", "raised", "overlay"] as const;
const shadowClass = { card: "shadow-card", raised: "shadow-raised", overlay: "shadow-overlay" } as const;

const token = (name: string) => `var(--${name})`;

export function Shapes() {
  const t = useTranslations("design.shapes");
  return (
    <>
      <Specimen name="--ink on --surface" wide>
        <div className="grid gap-3 sm:grid-cols-3">
          {SURFACES.map((surface) => (
            <ul
              key={surface}
              className="grid gap-1 rounded-lg border border-line p-4"
              style={{ background: token(surface) }}
            >
              <li className="font-mono text-sm text-ink-2">--{surface}</li>
              {INKS.map((ink) => (
                <li key={ink} style={{ color: token(ink) }}>
                  {t("pangram")} <span className="font-mono text-sm">--{ink}</span>
                </li>
              ))}
            </ul>
          ))}
        </div>
      </Specimen>
      <Specimen name="--brand, --…-soft">
        {PAIRS.map(({ fill, text }) => (
          <span
            key={fill}
            className="grid min-h-16 min-w-40 flex-1 content-center rounded-md px-3 font-mono text-sm"
            style={{ background: token(fill), color: token(text) }}
          >
            <span>--{fill}</span>
            <span>--{text}</span>
          </span>
        ))}
      </Specimen>
      <Specimen name="--line">
        {LINES.map((line) => (
          <span
            key={line}
            className="rounded-md border-2 bg-surface px-4 py-3 font-mono text-sm"
            style={{ borderColor: token(line) }}
          >
            --{line}
          </span>
        ))}
      </Specimen>
      <Specimen name="--control, --header" wide>
        {SPACES.map((space) => (
          <div key={space} className="flex items-center gap-3">
            <span className="w-6 rounded-sm bg-brand" style={{ height: token(space) }} />
            <span className="font-mono text-sm">--{space}</span>
          </div>
        ))}
      </Specimen>
      <Specimen name="--radius">
        {RADII.map((radius) => (
          <span
            key={radius}
            className="grid size-24 place-items-center border border-line-control bg-surface font-mono text-sm"
            style={{ borderRadius: token(`radius-${radius}`) }}
          >
            {radius}
          </span>
        ))}
      </Specimen>
      <Specimen name="--shadow">
        {SHADOWS.map((shadow) => (
          <span
            key={shadow}
            className={`m-2 grid h-24 w-36 place-items-center rounded-lg bg-surface font-mono text-sm ${shadowClass[shadow]}`}
          >
            {shadow}
          </span>
        ))}
      </Specimen>
      <Specimen name="--animate">
        <Labelled name="spin">
          <Spinner className="text-2xl" />
        </Labelled>
        <Labelled name="shimmer">
          <Skeleton className="h-8 w-24" />
        </Labelled>
        <Labelled name="pulse-dot">
          <span className="size-3 animate-pulse-dot rounded-full bg-success" />
        </Labelled>
        <Labelled name="rise">
          <span className="h-8 w-16 animate-rise rounded-md bg-brand-soft" />
        </Labelled>
      </Specimen>
    </>
  );
}

function Labelled({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <span className="grid min-h-20 min-w-28 justify-items-center gap-2 rounded-md border border-line bg-surface p-3">
      <span className="grid flex-1 place-items-center">{children}</span>
      <span className="font-mono text-sm text-ink-2">{name}</span>
    </span>
  );
}
