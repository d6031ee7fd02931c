// The reference: what money commands come to, computed one after another in plain numbers, from the promises alone. Each method says how its
// command ends and, when it is accepted, does it.
export type Way = { method: "wallet" | "cash" | "card"; credit: number };
type ModelOrder = Way & {
  customer: number;
  state: "awaiting" | "running" | "ended" | "delivered";
  placed: boolean;
  cardPaid: boolean;
  paid: number;
  toCard: number; // given back to where it came from
  toWallet: number; // the same, by way of the wallet
  refunded: number;
};
export type Model = ReturnType<typeof model>;

export const TOTAL = 10_007;
export const LIMIT = 50_000; // an operator's own
const COMMISSION_BPS = 1_000;
const COST_BPS = 250;
const bps = (amount: number, rate: number) => Math.floor((amount * rate + 5_000) / 10_000);
const card = (o: ModelOrder) => (o.method === "card" ? TOTAL - o.credit : 0);
const commission = (o: ModelOrder) => bps(Math.max(0, TOTAL - o.refunded), COMMISSION_BPS);

/** A world of some customers without credit and one vendor who is owed `owed`. */
export function model(customers: number, owed: number) {
  const credit = Array<number>(customers).fill(0);
  const orders: ModelOrder[] = [];
  const adjustments: { customer: number; amount: number; decided: boolean }[] = [];
  const now = { credit, orders, adjustments, owed };

  const add = (customer: number, amount: number) => {
    if ((credit[customer] ?? 0) + amount < 0) return "INSUFFICIENT_FUNDS";
    credit[customer] = (credit[customer] ?? 0) + amount;
    return "ok";
  };
  const giveBack = (o: ModelOrder, amount: number, cardPart: number, isOriginal: boolean) => {
    o.refunded += amount;
    o.toCard += cardPart;
    if (isOriginal) o.toWallet += amount - cardPart;
    add(o.customer, amount - cardPart);
  };

  return {
    now,
    fund: (customer: number, amount: number) => add(customer, amount),
    send(from: number, to: number, amount: number) {
      if (from === to) return "VALIDATION_ERROR";
      const word = add(from, -amount);
      if (word === "ok") add(to, amount);
      return word;
    },
    order(customer: number, way: Way) {
      const word = way.credit > 0 ? add(customer, -way.credit) : "ok";
      const isCard = way.method === "card";
      if (word === "ok")
        orders.push({
          ...way,
          customer,
          state: isCard ? "awaiting" : "running",
          placed: !isCard,
          cardPaid: false,
          paid: way.credit,
          toCard: 0,
          toWallet: 0,
          refunded: 0,
        });
      return word;
    },
    pay(o: ModelOrder) {
      if (o.method !== "card" || o.cardPaid) return "ok";
      o.cardPaid = true;
      o.paid += card(o);
      if (o.state === "awaiting") Object.assign(o, { state: "running", placed: true });
      else giveBack(o, card(o), card(o), true); // too late
      return "ok";
    },
    cancel(o: ModelOrder) {
      if (o.state !== "awaiting" && o.state !== "running") return "INVALID_TRANSITION";
      o.state = "ended";
      giveBack(o, o.paid, o.cardPaid ? card(o) : 0, true);
      return "ok";
    },
    deliver(o: ModelOrder) {
      if (!o.placed) return "NOT_FOUND";
      if (o.state !== "running") return "INVALID_TRANSITION";
      const collected = TOTAL - o.credit - card(o);
      now.owed += TOTAL - commission(o) - bps(card(o), COST_BPS) - collected;
      Object.assign(o, { state: "delivered", paid: TOTAL });
      return "ok";
    },
    refund(o: ModelOrder, amount: number, to: "wallet" | "original") {
      if (!o.placed) return "NOT_FOUND";
      if (o.state === "running") return "INVALID_TRANSITION";
      const left = o.paid - o.refunded;
      const cardLeft = Math.min(left, card(o) - o.toCard);
      const cardPart = to === "original" ? Math.min(amount, cardLeft) : 0;
      const walletLeft = Math.min(left - cardLeft, o.credit - o.toWallet);
      if (amount > left || (to === "original" && amount - cardPart > walletLeft)) return "VALIDATION_ERROR";
      const taken = commission(o);
      giveBack(o, amount, cardPart, to === "original");
      now.owed += taken - commission(o) - amount;
      return "ok";
    },
    adjust(customer: number, amount: number) {
      const alone = Math.abs(amount) <= LIMIT;
      const word = alone ? add(customer, amount) : "ok";
      if (!alone) adjustments.push({ customer, amount, decided: false });
      return word;
    },
    decide(a: { customer: number; amount: number; decided: boolean }, approves: boolean) {
      if (a.decided) return "VERSION_CONFLICT";
      const word = approves ? add(a.customer, a.amount) : "ok";
      a.decided = word === "ok";
      return word;
    },
    payOut() {
      if (now.owed <= 0) return "INVALID_TRANSITION";
      now.owed = 0;
      return "ok";
    },
  };
}
