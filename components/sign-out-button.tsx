"use client";
// Ends the session. A full page load follows, so that nothing of the old person stays in memory.
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { Spinner } from "./ui/spinner";
import { useToast } from "./ui/toast";

/** The next person at this browser is not to get this one's pushes. Whatever keeps that from working keeps nobody signed in. */
const forgetDevice = () =>
  import("./notifications/push-device").then(({ turnOff }) => turnOff()).catch(() => undefined);

/** Signs out and goes to the home page; says so when the server could not be reached. */
export function SignOutButton({ className }: { className?: string }) {
  const t = useTranslations("common.nav");
  const toast = useToast();
  const errorText = useErrorText();
  const signOut = useAction(async () => {
    try {
      await forgetDevice();
      await api.post("/api/auth/sign-out", {}, { on401: "throw" });
      window.location.assign("/");
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
    }
  });
  return (
    <button type="button" className={className} onClick={() => signOut.run()}>
      <span className="flex items-center gap-2">
        {signOut.pending ? <Spinner /> : <LogOut aria-hidden className="size-4" />}
        {t("signOut")}
      </span>
    </button>
  );
}
