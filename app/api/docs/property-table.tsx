// Properties as a table: name, type, and what must hold.
import { useTranslations } from "next-intl";
import { Scroller } from "@/components/ui/scroller";
import type { Row } from "./schema-rows";

const INDENT_REM = 1.1;

/**
 * `label` names the table. `place` says where a parameter goes; properties have none. `answer` leaves out what only a sender must know: what is
 * required and how long it may be.
 */
export function PropertyTable({
  label,
  rows,
  answer = false,
}: {
  label: string;
  rows: (Row & { place?: string })[];
  answer?: boolean;
}) {
  const t = useTranslations("admin.docs");
  if (rows.length === 0) return <p className="text-ink-2">{t("anything")}</p>;
  return (
    <Scroller label={label} className="rounded-md border border-line">
      <table className="w-full min-w-lg text-left text-sm">
        <thead className="bg-surface-2 text-ink-2">
          <tr>
            <th scope="col" className="px-3 py-2 font-semibold">
              {t("name")}
            </th>
            <th scope="col" className="px-3 py-2 font-semibold">
              {t("kind")}
            </th>
            <th scope="col" className="px-3 py-2 font-semibold">
              {t("about")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line align-top">
          {rows.map((row) => (
            <tr key={`${row.place ?? ""}${row.path}`}>
              <td
                className="px-3 py-1.5 font-mono whitespace-nowrap"
                style={{ paddingLeft: `${0.75 + row.depth * INDENT_REM}rem` }}
              >
                {row.depth > 0 && <span className="text-ink-3">· </span>}
                {row.name}
              </td>
              <td className="px-3 py-1.5 font-mono whitespace-nowrap text-ink-2">{row.type}</td>
              <td className="px-3 py-1.5 text-ink-2">
                <Notes row={answer ? { ...row, required: false, limits: [] } : row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Notes({ row }: { row: Row & { place?: string } }) {
  const t = useTranslations("admin.docs");
  const notes = [
    row.place,
    row.nullable && t("nullable"),
    ...row.limits.map(({ name, value }) => t(name, { value })),
  ].filter(Boolean);
  return (
    <>
      {row.required && <strong className="mr-1.5 font-semibold text-brand-ink">{t("required")}</strong>}
      {notes.join(" · ")}
      {row.values.length > 0 && (
        <span className="block">
          {t("oneOf")}:{" "}
          {row.values.map((value, place) => (
            <span key={value}>
              {place > 0 && ", "}
              <code className="font-mono text-ink">{value}</code>
            </span>
          ))}
        </span>
      )}
      {row.description && (
        <span className="block" lang="en">
          {row.description}
        </span>
      )}
    </>
  );
}
