// The operator's look at somebody's account, if this browser has one.
import { cookies } from "next/headers";
import { ViewingBanner } from "@/components/viewing/viewing-later";
import { currentImpersonation } from "@/lib/desk/queries";
import { ownDatabase } from "@/lib/identity/session";
import { VIEW_COOKIE } from "@/lib/platform/http/actor";

export async function Viewing() {
  if (!(await cookies()).has(VIEW_COOKIE)) return null;
  const look = await currentImpersonation(await ownDatabase()).catch(() => null); // the page itself says what is wrong
  return look && <ViewingBanner name={look.user.full_name} personId={look.user.id} until={look.expires_at} />;
}
