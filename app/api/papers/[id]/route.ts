import { openPaper, removePaper } from "@/lib/identity/papers";
import { noContent } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { fileAnswer } from "@/lib/platform/http/file";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The file of a paper, for its applicant or an operator; an operator's look is put on record",
    auth: ["customer", "vendor_admin", "admin"],
    asSelf: true,
    params: IdParams,
    returns: "file",
    handle: async ({ db, params }) => {
      const { paper, name } = await openPaper(db, params.id);
      return fileAnswer(paper, name);
    },
  }),
  DELETE: route({
    summary: "Take a paper back, until its application is decided",
    auth: ["customer"],
    params: IdParams,
    status: 204,
    returns: null,
    handle: async ({ db, params }) => {
      await removePaper(db, params.id);
      return noContent();
    },
  }),
});
