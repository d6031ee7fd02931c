// A courier's first page: the shift, the position, and what to do next.
import { pageUser } from "@/lib/identity/page-access";
import { TaskList } from "./task-list";

export default async function CourierPage() {
  await pageUser("courier", "/courier");
  return <TaskList />;
}
