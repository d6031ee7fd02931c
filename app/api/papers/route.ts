import { Paper, PaperPage } from "@/lib/identity/paper-schema";
import { addPaper, myPapers, NewPaper, PaperFile } from "@/lib/identity/papers";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's papers for an application to become a vendor that is not sent yet",
    auth: ["customer"],
    returns: PaperPage,
    handle: async ({ db }) => ok(await myPapers(db)),
  }),
  POST: route({
    summary: "Send a paper for the application that waits, or else for the next one: the body is the file",
    auth: ["customer"],
    query: NewPaper,
    body: PaperFile,
    limit: "uploads",
    status: 201,
    returns: Paper,
    handle: async ({ db, query, body }) => created(await addPaper(db, query, body)),
  }),
});
