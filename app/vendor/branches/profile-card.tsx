"use client";
// How the vendor shows itself: its picture and its words, and the way to change them.
import { ExternalLink, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Picture } from "@/components/ui/picture";
import type { Profile } from "@/lib/catalog/profile";

const ProfileSheet = lazySheet(() => import("./profile-sheet").then((module) => module.ProfileSheet));

/** `pictures` are those that come with the site. */
export function ProfileCard({ initial, pictures }: { initial: Profile; pictures: string[] }) {
  const t = useTranslations("vendor.profile");
  const [profile, setProfile] = useState(initial);
  const [editing, setEditing] = useState(false);
  return (
    <Card
      flush
      aria-labelledby="profile"
      className="grid sm:grid-cols-[auto_minmax(0,1fr)]"
      data-testid="profile"
    >
      <Picture
        key={profile.image_url}
        src={profile.image_url}
        alt=""
        aspect={16 / 9}
        className="sm:h-full sm:w-56"
      />
      <div className="grid content-center gap-2 p-4">
        <h2 id="profile" className="text-lg break-words">
          {t("heading", { name: profile.name })}
        </h2>
        <p className="line-clamp-3 text-ink-2">{profile.description || t("noDescription")}</p>
        {!profile.verified && <p className="text-sm text-ink-3">{t("hidden")}</p>}
        <div className="mt-1 flex flex-wrap gap-2">
          <Button
            size="sm"
            variant="secondary"
            icon={<Pencil aria-hidden className="size-4" />}
            onClick={() => setEditing(true)}
          >
            {t("edit")}
          </Button>
          {profile.verified && (
            <ButtonLink
              size="sm"
              variant="ghost"
              href={`/v/${profile.slug}`}
              icon={<ExternalLink aria-hidden className="size-4" />}
            >
              {t("look")}
            </ButtonLink>
          )}
        </div>
      </div>
      <ProfileSheet
        open={editing}
        profile={profile}
        pictures={pictures}
        onClose={() => setEditing(false)}
        onSaved={(saved) => {
          setProfile(saved);
          setEditing(false);
        }}
      />
    </Card>
  );
}
