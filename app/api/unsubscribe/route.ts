import { setEmailSubscription } from "@/lib/notifications/commands";
import { getEmailSubscription } from "@/lib/notifications/queries";
import { UnsubscribeQuery } from "@/lib/notifications/schema";
import { methods, route } from "@/lib/platform/http/route";
import { unsubscribePage } from "./page-html";

// Reading changes nothing: mail filters follow every link they see. Mail readers unsubscribe by POST (RFC 8058), as the page's button does.
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary:
      "The page of an e-mail's unsubscribe link: whether such e-mails come, and a button that stops them",
    auth: "public",
    query: UnsubscribeQuery,
    returns: "text",
    handle: async ({ db, query }) =>
      unsubscribePage(query, await getEmailSubscription(db, query.token, query.kind)),
  }),
  POST: route({
    summary:
      "Stop e-mails of a kind, or of every kind; with undo=1 take that back. The link is the right to do so",
    auth: "public",
    query: UnsubscribeQuery,
    returns: "text",
    changes: false,
    handle: async ({ db, query }) =>
      unsubscribePage(query, await setEmailSubscription(db, query.token, query.kind, query.undo === "1")),
  }),
});
