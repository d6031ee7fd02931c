// The queue's own functions: nobody's but the service's, which runs the work.
import type { Line } from "./access-money.ts";
import { NOBODY } from "./tenants.ts";

const event = { of_consumer: "email", of_event: 1 };

export const QUEUE: Line[] = [
  ["begin_scheduled_job", NOBODY, () => ({ job_name: "sagas" })],
  ["bury_event", NOBODY, () => event],
  ["claim_for_broker", NOBODY, () => ({ batch: 1 })],
  ["confirm_carried", NOBODY, () => ({ event_ids: [], job_ids: [] })],
  ["database_consumers", NOBODY, () => ({})],
  ["end_scheduled_job", NOBODY, () => ({ job_name: "sagas" })],
  ["escalate_unanswered", NOBODY, () => ({})],
  ["handle_here", NOBODY, () => event],
  ["may_consume", NOBODY, () => event],
  ["metrics_snapshot", NOBODY, () => ({ part: "now" })],
  ["note_consumed", NOBODY, () => event],
  ["purge_notifications", NOBODY, () => ({})],
  ["purge_queue", NOBODY, () => ({})],
  ["turn_queue", NOBODY, () => ({ settled: [], room: 0 })],
];
