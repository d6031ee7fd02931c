// One person as an operator sees them.
import { notFound } from "next/navigation";
import { getPerson } from "@/lib/desk/queries";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/http/fields";
import { PersonRoom } from "./person-room";

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await pageUser("admin", `/admin/users/${id}`);
  if (!isId(id)) notFound();
  const person = await getPerson(await pageDatabase(), id).catch((error) => {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  return <PersonRoom initial={person} />;
}
