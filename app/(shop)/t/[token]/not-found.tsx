// The page of a tracking link that opens nothing.
import { Page } from "@/components/page";
import { LinkGone } from "./link-gone";

export default function LinkNotFound() {
  return (
    <Page width="reading">
      <LinkGone />
    </Page>
  );
}
