// Asks the policies on realtime.messages, as hosted Realtime does: become the user, try, roll back.
import type { JWTPayload } from "jose";
import type { Sql, TransactionSql } from "postgres";

const ROLES = ["anon", "authenticated", "service_role"];

class RolledBack extends Error {}

/** May these claims receive the topic's messages? */
export function mayRead(sql: Sql, topic: string, claims: JWTPayload): Promise<boolean> {
  return probe(sql, async (transaction) => {
    const [row] =
      await transaction`insert into realtime.messages (topic, extension) values (${topic}, 'broadcast') returning id`;
    await become(transaction, topic, claims);
    return (await transaction`select from realtime.messages where id = ${row?.id}`).length > 0;
  });
}

/** May these claims send to the topic from a client? */
export function mayWrite(sql: Sql, topic: string, claims: JWTPayload): Promise<boolean> {
  return probe(sql, async (transaction) => {
    await become(transaction, topic, claims);
    await transaction`insert into realtime.messages (topic, extension) values (${topic}, 'broadcast')`;
    return true;
  });
}

async function probe(sql: Sql, ask: (transaction: TransactionSql) => Promise<boolean>): Promise<boolean> {
  let allowed = false;
  try {
    await sql.begin(async (transaction) => {
      allowed = await ask(transaction);
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) return false; // refused by a policy, or a policy that fails
  }
  return allowed;
}

async function become(transaction: TransactionSql, topic: string, claims: JWTPayload): Promise<void> {
  const role = ROLES.includes(String(claims.role)) ? String(claims.role) : "anon";
  await transaction`select set_config('realtime.topic', ${topic}, true),
    set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
    set_config('request.jwt.claim.sub', ${claims.sub ?? ""}, true),
    set_config('request.jwt.claim.role', ${role}, true),
    set_config('role', ${role}, true)`;
}
