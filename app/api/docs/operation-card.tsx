// One operation: closed it is a line, open it is everything one needs to call it.
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Scroller } from "@/components/ui/scroller";
import type { Operation } from "./document";
import { PropertyTable } from "./property-table";
import { type Schema, schemaRows } from "./schema-rows";

const METHOD_LOOKS: Record<string, string> = {
  GET: "bg-info-soft text-info",
  POST: "bg-success-soft text-success",
  PUT: "bg-warning-soft text-warning",
  PATCH: "bg-warning-soft text-warning",
  DELETE: "bg-danger-soft text-danger",
};

export function OperationCard({ operation }: { operation: Operation }) {
  const t = useTranslations("admin.docs");
  const { id, method, path, summary, roles, parameters, body, fileTypes, status, returns, curl } = operation;
  return (
    <details
      id={id}
      data-operation
      data-search={`${method} ${path} ${summary}`.toLocaleLowerCase("en")}
      className="group rounded-lg border border-line bg-surface shadow-card"
    >
      <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-4 py-3 hover:bg-surface-2">
        <span
          className={cx(
            "w-16 rounded-sm py-0.5 text-center font-mono text-sm font-bold",
            METHOD_LOOKS[method],
          )}
        >
          {method}
        </span>
        <code className="min-w-0 font-mono text-[0.9375rem] font-semibold break-all">{path}</code>
        <span className="min-w-0 basis-full text-sm text-ink-2 md:flex-1 md:basis-0" lang="en">
          {summary}
        </span>
        <ChevronDown
          aria-hidden
          className="ml-auto size-5 text-ink-3 transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="grid grid-cols-1 gap-5 border-t border-line px-4 py-4">
        <Part title={t("access")}>
          <p className="text-ink-2">{access()}</p>
        </Part>
        {parameters.length > 0 && (
          <Part title={t("parameters")}>
            <PropertyTable
              label={t("parameters")}
              rows={parameters.flatMap((parameter) =>
                schemaRows(asObject(parameter.name, parameter.schema, parameter.required)).map((row) => ({
                  ...row,
                  place: t(`in.${parameter.in}`),
                  description: parameter.description ?? row.description,
                })),
              )}
            />
          </Part>
        )}
        {body && (
          <Part title={t("body")}>
            <PropertyTable label={t("body")} rows={schemaRows(body)} />
          </Part>
        )}
        {fileTypes.length > 0 && (
          <Part title={t("body")}>
            <p className="text-ink-2">{t("fileBody", { types: fileTypes.join(", ") })}</p>
          </Part>
        )}
        <Part title={t("response", { status })}>
          {returns ? (
            <PropertyTable label={t("response", { status })} rows={schemaRows(returns)} answer />
          ) : (
            <p className="text-ink-2">{t("noBody")}</p>
          )}
        </Part>
        <Part title={t("example")}>
          <Scroller label={t("example")} className="rounded-md bg-surface-2">
            <pre className="w-max p-3 font-mono text-sm">{curl}</pre>
          </Scroller>
        </Part>
      </div>
    </details>
  );

  function access(): string {
    if (roles === null) return t("public");
    return roles.length > 0 ? t("roles", { roles: roles.join(", ") }) : t("session");
  }
}

/** A parameter reads like a property of an object with nothing else in it. */
function asObject(name: string, schema: Schema, required: boolean): Schema {
  return { type: "object", properties: { [name]: schema }, required: required ? [name] : [] };
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-2">
      <h3 className="text-base">{title}</h3>
      {children}
    </section>
  );
}
