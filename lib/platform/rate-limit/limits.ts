// Every limit of the house in one place (requirement D1): how many in how many seconds, of one address or one person.
const MINUTE = 60;
const HOUR = 3600;

export const LIMITS = {
  /** Requests to the API from one address; taken at the edge, before anything else is done. */
  address: { max: 1000, seconds: MINUTE },
  "address.sign_in": { max: 30, seconds: MINUTE },
  /** What browsers have measured: beside `address`, so that it takes nothing of a visitor's own share. */
  "address.measurements": { max: 120, seconds: MINUTE },
  /** Who follows an order without an account reads it every five seconds; a household has one address. */
  "address.tracking": { max: 120, seconds: MINUTE },
  /** Requests to the API by one person, on whichever device; a courier's positions have a limit of their own instead. */
  user: { max: 100, seconds: MINUTE },
  "courier.positions": { max: 120, seconds: MINUTE },
  /** Files: each may be some megabytes. */
  uploads: { max: 30, seconds: MINUTE },
  payments: { max: 10, seconds: MINUTE },
  "wallet.fund": { max: 50, seconds: HOUR },
  "wallet.transfer": { max: 100, seconds: HOUR },
  "wallet.view": { max: 1000, seconds: HOUR },
  /** Wrong passwords for one account: each window that fills makes the wait longer. */
  "sign_in.wrong": { max: 5, seconds: MINUTE },
  "sign_in.wrong_again": { max: 20, seconds: HOUR },
} as const;

export type LimitName = keyof typeof LIMITS;
