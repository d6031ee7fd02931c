// What holds content: cards, headings, pictures, the timeline.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { Picture } from "@/components/ui/picture";
import { Scroller } from "@/components/ui/scroller";
import { Timeline } from "@/components/ui/timeline";
import { Specimen } from "./specimen";

export function Surfaces() {
  const t = useTranslations("design");
  return (
    <>
      <Specimen name="Card · SectionHeading" wide>
        <div className="grid gap-4 sm:grid-cols-2">
          <Card className="grid content-start gap-3">
            <SectionHeading
              level={3}
              title={t("longName")}
              hint={t("sentence")}
              actions={
                <Button size="sm" variant="secondary">
                  {t("notify")}
                </Button>
              }
            />
          </Card>
          <Card flush>
            <Picture src="/pictures/wrap.webp" alt="" eager aspect={2} />
            <div className="flex items-center justify-between gap-3 p-4">
              <span className="min-w-0 truncate font-semibold">{t("longName")}</span>
              <Badge tone="success">{t("state.on")}</Badge>
            </div>
          </Card>
        </div>
      </Specimen>
      <Specimen name="Picture">
        <Picture src="/pictures/bouquet.webp" alt="" eager aspect={1} className="w-28 rounded-lg" />
        <Picture src={null} alt="" aspect={1} className="w-28 rounded-lg" />
        <Picture src={null} alt="" aspect={16 / 9} className="w-48 rounded-lg" />
      </Specimen>
      <Specimen name="Scroller" wide>
        <Scroller label={t("longName")} className="rounded-md bg-surface-2">
          <pre className="w-max p-3 font-mono text-sm">{`${t("sentence")} `.repeat(4)}</pre>
        </Scroller>
      </Specimen>
      <Specimen name="Timeline" wide>
        <div className="grid gap-6 sm:grid-cols-2">
          <Timeline
            items={[
              { id: "1", title: t("steps.placed"), at: "19:02", state: "done" },
              { id: "2", title: t("steps.cooking"), at: "19:06", detail: t("sentence"), state: "current" },
              { id: "3", title: t("steps.riding"), state: "todo" },
            ]}
          />
          <Timeline
            items={[
              { id: "1", title: t("steps.placed"), at: "19:02", state: "done" },
              { id: "2", title: t("steps.failed"), at: "19:12", detail: t("longName"), state: "failed" },
            ]}
          />
        </div>
      </Specimen>
    </>
  );
}
