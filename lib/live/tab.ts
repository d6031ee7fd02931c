// This tab's live connection. The realtime client is loaded only when the first topic is wanted, after hydration.

import { noteDelivery } from "../browser/measurements";
import { type RealtimeAccess, realtimeAccess } from "./access";
import { LiveConnection } from "./connection";

async function connect(access: RealtimeAccess) {
  const { RealtimeClient } = await import("@supabase/supabase-js");
  const url = new URL("/realtime/v1", access.url);
  url.protocol = url.protocol.replace("http", "ws");
  const client = new RealtimeClient(url.href, { params: { apikey: access.key } });
  await client.setAuth(access.access_token);
  return client;
}

let connection: LiveConnection | undefined;

/** The one connection of this tab. */
export function tabConnection(): LiveConnection {
  connection ??= new LiveConnection(realtimeAccess, connect, noteDelivery);
  return connection;
}
