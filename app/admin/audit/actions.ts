// Every action the record knows, as the filter lists them and the messages name them (desk.action).
export const ACTIONS = [
  "order.overridden",
  "order.courier_assigned",
  "order.refunded",
  "dispute.refunded",
  "dispute.refused",
  "application.approved",
  "application.rejected",
  "paper.opened",
  "paper.marked",
  "vendor.suspended",
  "vendor.reinstated",
  "user.suspended",
  "user.reinstated",
  "impersonation.started",
  "impersonation.ended",
  "adjustment.requested",
  "adjustment.applied",
  "adjustment.approved",
  "adjustment.declined",
  "payout.made",
  "money_settings.changed",
  "saga.retried",
  "saga.compensated",
  "dead_letters.replayed",
  "dead_letters.discarded",
  "consumer.paused",
  "consumer.resumed",
  "projection.rebuilt",
  "flag.changed",
] as const;

export type Action = (typeof ACTIONS)[number];

/** The action when its words are known: the record may be older or newer than this page. */
export const knownAction = (name: string): Action | null => ACTIONS.find((action) => action === name) ?? null;
