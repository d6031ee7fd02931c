"use client";
// The shop's picture and what it says of itself. A change someone else saved meanwhile is never overwritten silently.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api, savedMeanwhile } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Profile } from "@/lib/catalog/profile";
import { ConflictNotice } from "../_forms/conflict-notice";
import { PicturePicker } from "../_pictures/picture-picker";

type Props = { profile: Profile; pictures: string[]; onSaved: (profile: Profile) => void };

export function ProfileSheet({
  open,
  onClose,
  ...form
}: Props & {
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("vendor.profile");
  return (
    <Sheet open={open} onClose={onClose} placement="side" title={t("edit")}>
      <ProfileForm {...form} />
    </Sheet>
  );
}

function ProfileForm({ profile, pictures, onSaved }: Props) {
  const t = useTranslations("vendor.profile");
  const errorText = useErrorText();
  const toast = useToast();
  const [draft, setDraft] = useState(profile);
  const [theirs, setTheirs] = useState<Profile | null>(null);
  const [sending, setSending] = useState(false);
  const save = useAction(async (version: number) => {
    const { description, image_url } = draft;
    try {
      const patch = { vendor_id: profile.id, description, image_url, version };
      const saved = await api.patch<Profile>("/api/vendor/profile", patch);
      toast({ title: t("saved"), tone: "success" });
      onSaved(saved);
    } catch (error) {
      const current = savedMeanwhile<Profile>(error);
      if (!current) throw error;
      setTheirs(current);
    }
  });
  const failed = save.error instanceof ApiError ? save.error : null;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(draft.version);
      }}
    >
      {theirs && (
        <ConflictNotice
          onTakeTheirs={() => {
            setDraft(theirs);
            setTheirs(null);
          }}
          onKeepMine={() => void save.run(theirs.version)}
          pending={save.pending}
        >
          {t("conflict")}
        </ConflictNotice>
      )}
      <PicturePicker
        value={draft.image_url}
        aspect={16 / 9}
        pictures={pictures}
        error={failed?.field("image_url")}
        onSending={setSending}
        onChange={(image_url) => setDraft((now) => ({ ...now, image_url }))}
      />
      <Field label={t("description")} hint={t("descriptionHint")} error={failed?.field("description")}>
        {(control) => (
          <Textarea
            {...control}
            rows={5}
            maxLength={1000}
            value={draft.description}
            onChange={(event) => setDraft((now) => ({ ...now, description: event.target.value }))}
          />
        )}
      </Field>
      {Boolean(save.error) && (
        <Notice tone="danger" live>
          {errorText(save.error)}
        </Notice>
      )}
      <div className="sticky -bottom-4 -mx-5 flex border-t border-line bg-surface px-5 py-3">
        <Button type="submit" className="ml-auto" pending={save.pending || sending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
