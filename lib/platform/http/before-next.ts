// A place before Next: every request of this process comes through here first.
import { type IncomingMessage, Server, type ServerResponse } from "node:http";

type Meet = (request: IncomingMessage, response: ServerResponse, goOn: () => void, server: Server) => void;

/** Has `meet` see every request; one that it does not let `goOn`, now or later, it has answered itself. Who comes last meets first. */
export function beforeNext(meet: Meet): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, ...args: Parameters<typeof emit>): boolean {
    const [event, request, response] = args as unknown as [string, IncomingMessage, ServerResponse];
    if (event !== "request") return emit.apply(this, args);
    meet(request, response, () => emit.apply(this, args), this);
    return true;
  } as typeof emit;
}
