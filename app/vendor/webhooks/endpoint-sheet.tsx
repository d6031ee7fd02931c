"use client";
// Adding an endpoint, which then shows its secret this once; or changing one.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import type { Endpoint, EndpointWithSecret } from "@/lib/webhooks/schema";
import { EndpointForm } from "./endpoint-form";
import { Secret } from "./secret";

/** `endpoint`: the one to change; without it one is added. */
export function EndpointSheet({
  open,
  endpoint,
  onClose,
  onSaved,
}: {
  open: boolean;
  endpoint?: Endpoint;
  onClose: () => void;
  onSaved: (endpoint: Endpoint) => void;
}) {
  const t = useTranslations("webhooks");
  const toast = useToast();
  const [made, setMade] = useState<EndpointWithSecret | null>(null);
  function close() {
    setMade(null);
    onClose();
  }
  return (
    <Sheet
      open={open}
      onClose={close}
      dismissable={made === null} // the secret must not vanish by a stray tap
      title={made ? t("secret.title") : endpoint ? t("form.editTitle") : t("form.addTitle")}
    >
      {made ? (
        <Secret secret={made.secret} onDone={close} />
      ) : (
        <EndpointForm
          {...(endpoint && { endpoint })}
          onSaved={(saved) => {
            onSaved(saved);
            if ("secret" in saved) {
              setMade(saved);
            } else {
              toast({ title: t("form.saved"), tone: "success" });
              close();
            }
          }}
        />
      )}
    </Sheet>
  );
}
