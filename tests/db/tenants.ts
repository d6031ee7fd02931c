// Equal tenants with a row of everything, and everybody who may ask: what the access matrix looks at from both sides.
import { randomUUID } from "node:crypto";
import { coupon } from "./coupons.ts";
import { type Actor, call, refusal, SERVICE, sql } from "./database.ts";
import { fund, handOver, paymentOf, placePaid, record, refund } from "./money.ts";
import { browserOf, prefer, toldOf } from "./notifications.ts";
import { rule } from "./price-rules.ts";
import { reviewOf } from "./reviews.ts";
import { city, person, product } from "./shops.ts";
import { bring, delivery, move, type Order, place, setStock, type World, world } from "./world.ts";

export type Tenant = World & {
  citySlug: string;
  districtId: number;
  addressId: string;
  applicationId: string; // the customer's, rejected
  pendingId: string; // somebody else's, undecided
  pendingPaperId: string; // of that
  draftPaperId: string; // the customer's, for an application not sent yet
  suspendedId: string; // another vendor of the owner, not verified
  suspendedSlug: string;
  hiddenBranchId: string;
  hiddenProductId: string;
  deletedProductId: string;
  emptyCategoryId: string;
  groupId: string;
  optionId: string;
  rides: Order; // on its way with the courier
  waits: Order; // confirmed, nobody's yet
  kitchenId: string; // works in the owner's kitchen
  webhookId: string;
  webhookDeliveryId: string; // it has failed
  couponId: string; // the vendor's, used by `waits`
  priceRuleId: string; // paused
  disputeId: string; // about `rides`, not answered yet
  reviewId: string; // of `sold`, hidden once and shown again; the customer's favourite is this vendor
  photoId: string; // of `rides`
  link: { id: string; token: string }; // by which `rides` is followed
} & Money &
  Notices;

type Notices = {
  noticeId: string; // what the customer was told: that `rides` is on its way
  unsubscribeToken: string; // of the customer
  pushEndpoint: string; // of a browser of the customer
  pushDeviceId: string; // the same
};

type Money = {
  walletId: string;
  friendId: string; // another customer
  awaits: Order; // its card has not paid yet: nobody at the branch knows it
  sold: Order; // paid by credit and card, handed over, partly refunded to the card
  cashOrderId: string; // its cash is with the courier
  paymentId: string; // of `awaits`
  sagaId: string; // of that payment
  refundId: string; // of `sold`, not sent yet
  latePaymentId: string; // came for an order that had ended: the sweeper's finding
  eventId: string; // of the provider
  adjustmentId: string; // of the customer's credit, awaiting a second operator
  handInId: string;
  payoutId: string;
};

const one = async (rows: PromiseLike<Record<string, unknown>[]>): Promise<string> =>
  String((await rows)[0]?.id);

async function application(
  applicantId: string,
  districtId: number,
  status: "pending" | "rejected",
): Promise<string> {
  return one(sql`insert into public.vendor_applications (applicant_id, status, business_name, business_type, legal_name, tax_number, tax_office, iban,
      contact_name, contact_phone, address_text, district_id, lat, lng, decided_at)
    values (${applicantId}, ${status}, 'Deneme', 'cafe', 'Deneme Ltd.', '1234567890', 'Kadıköy', ${`TR${"0".repeat(24)}`},
      'Deneme', '+902160000000', 'Moda Caddesi 3', ${districtId}, 41, 29, ${status === "pending" ? null : new Date()}) returning id`);
}

async function goodsOf({ vendorId, branchId, productId }: World) {
  const groupId = await one(
    sql`insert into public.option_groups (vendor_id, name) values (${vendorId}, 'Boy') returning id`,
  );
  const optionId = await one(
    sql`insert into public.options (group_id, name) values (${groupId}, 'Büyük') returning id`,
  );
  await sql`insert into public.product_option_groups (product_id, group_id, vendor_id) values (${productId}, ${groupId}, ${vendorId})`;
  await setStock(branchId, productId, 100);
  const [hiddenProductId, deletedProductId] = [
    await product(vendorId, "Gizli"),
    await product(vendorId, "Silinmiş"),
  ];
  await sql`update public.products set available = false where id = ${hiddenProductId}`;
  await sql`update public.products set deleted_at = now(), category_id = null where id = ${deletedProductId}`;
  const emptyCategoryId = await one(
    sql`insert into public.categories (vendor_id, name) values (${vendorId}, 'Boş raf') returning id`,
  );
  return { groupId, optionId, hiddenProductId, deletedProductId, emptyCategoryId };
}

async function branchesOf({ vendorId, branchId, ownerId }: World) {
  const hiddenBranchId =
    await one(sql`insert into public.branches (vendor_id, name, district_id, address_text, lat, lng, zone, active)
    select vendor_id, 'Gizli', district_id, address_text, lat, lng, zone, false from public.branches where id = ${branchId} returning id`);
  for (const id of [branchId, hiddenBranchId]) {
    await sql`insert into public.branch_special_days (branch_id, date, closed) values (${id}, '2020-01-01', true)`;
    await sql`insert into public.branch_hours (branch_id, weekday, opens, closes) values (${id}, 0, '23:58', '23:59')`;
  }
  const suspendedSlug = `askida-${randomUUID()}`;
  const suspendedId = await one(
    sql`insert into public.vendors (slug, name, business_type) values (${suspendedSlug}, 'Askıda', 'cafe') returning id`,
  );
  await sql`insert into public.vendor_members (vendor_id, user_id) values (${suspendedId}, ${ownerId})`;
  await sql`insert into public.vendor_verifications (vendor_id, verified, reason) values (${vendorId}, true, 'Deneme')`;
  return { hiddenBranchId, suspendedId, suspendedSlug };
}

/** Orders paid in every way, credit, a refund under way, cash on the road and in the till, a payout made and a line still open. */
async function moneyOf(here: World): Promise<Money> {
  const [operator, friendId] = [await person("admin"), await person("customer")];
  const basket = delivery(here, [[here.productId, 1]]);
  const key = () => ({ idempotency_key: randomUUID() });
  await fund(here.customerId, 100_000);
  const cash = async () => {
    const order = await place(here.customerId, basket);
    await handOver(here, order);
    return order.id;
  };
  const answered = (actor: string, name: string, args: Record<string, unknown>) =>
    call<{ body: { id: string } }>(actor, name, { ...args, ...key() }).then(({ body }) => body.id);

  const sold = await placePaid(here.customerId, { ...basket, wallet_minor: 4000 });
  await handOver(here, sold);
  await cash();
  const handInId = await answered(here.ownerId, "hand_in_cash", {
    hand_in: { courier_id: here.courier.id, counted_minor: 10_000 },
  });
  const payoutId = await answered(operator, "make_payout", { payout: { vendor_id: here.vendorId } });
  const refunded = await refund(here.ownerId, sold.id, { amount_minor: 1000, to: "original" });
  await handOver(here, await placePaid(here.customerId, basket));
  const cashOrderId = await cash();

  const late = await place(here.customerId, { ...basket, payment_method: "card" });
  await move(here.customerId, late.id, "CANCELED_BY_USER");
  const latePaymentId = await paymentOf(late.id);
  await record(latePaymentId, "succeeded");

  const awaits = await place(here.customerId, { ...basket, payment_method: "card" });
  const paymentId = await paymentOf(awaits.id);
  const sagaId = await one(sql`select id from public.sagas where subject_id = ${paymentId}`);
  const eventId = `evt_${randomUUID()}`;
  await call(SERVICE, "receive_provider_event", {
    event: {
      provider: "sandbox",
      id: eventId,
      type: "payment.processing",
      raw: "{}",
      payment: null,
      refund: null,
    },
  });
  const adjustmentId = await answered(operator, "adjust_wallet", {
    adjustment: { email: `${here.customerId}@test.invalid`, amount_minor: 60_000, reason: "Deneme" },
  });
  const walletId = await one(
    sql`select id from public.store_credit_wallets where customer_id = ${here.customerId}`,
  );
  return {
    walletId,
    friendId,
    awaits,
    sold,
    cashOrderId,
    paymentId,
    sagaId,
    refundId: refunded.id,
    latePaymentId,
    eventId,
    adjustmentId,
    handInId,
    payoutId,
  };
}

async function kitchenOf({ vendorId }: World): Promise<string> {
  const kitchenId = await person("vendor_admin");
  await sql`insert into public.vendor_members (vendor_id, user_id, role) values (${vendorId}, ${kitchenId}, 'kitchen')`;
  return kitchenId;
}

async function webhookOf({ vendorId }: World) {
  const webhookId = await one(
    sql`insert into public.webhook_endpoints (vendor_id, url, event_types) values (${vendorId}, 'https://example.com/', '{order.created}') returning id`,
  );
  const webhookDeliveryId = await one(
    sql`insert into public.webhook_deliveries (endpoint_id, type, payload, state) values (${webhookId}, 'ping', '{}', 'failed') returning id`,
  );
  return { webhookId, webhookDeliveryId };
}

/** What the customer was told of the order on its way, chose, and a browser that takes pushes. */
async function noticesOf({ customerId }: World, rides: Order): Promise<Notices> {
  const pushEndpoint = await browserOf(customerId);
  await prefer(customerId, {
    kinds: [{ kind: "order_near", in_app: true, push: true, email: false }],
    quiet: null,
  });
  await sql`insert into public.courier_approaches (order_id) values (${rides.id})`;
  const told = await toldOf(rides.id);
  const [settings] =
    await sql`select encode(unsubscribe_token, 'hex') as token from public.notification_settings where user_id = ${customerId}`;
  return {
    noticeId: told.find(({ kind }) => kind === "order_on_route")?.id ?? "",
    unsubscribeToken: settings?.token,
    pushEndpoint,
    pushDeviceId: await one(sql`select id from public.push_subscriptions where endpoint = ${pushEndpoint}`),
  };
}

/** A coupon that an order used, a price rule with a row of each of its tables, and the room that order has in the kitchen. */
async function promotionsOf({ ownerId, branchId, customerId, productId }: World, used: Order) {
  const products = [{ product_id: productId }];
  const paused = { active: false, scope: "products", products, branch_ids: [branchId] };
  const { id: priceRuleId } = await rule(ownerId, paused);
  await sql`insert into public.price_rule_categories (rule_id, category_id)
    select ${priceRuleId}, category_id from public.products where id = ${productId}`;
  const { id: couponId } = await coupon(ownerId);
  await sql`insert into public.coupon_redemptions (order_id, coupon_id, customer_id, amount_minor) values (${used.id}, ${couponId}, ${customerId}, 0)`;
  await sql`insert into public.kitchen_reservations (order_id, branch_id, slot, minutes)
    values (${used.id}, ${branchId}, date_bin('15 minutes', now(), timestamptz 'epoch'), 2)`;
  return { couponId, priceRuleId };
}

/** A photograph of a delivery, its file kept. */
async function photoOf({ courier }: World, rides: Order): Promise<{ photoId: string }> {
  const { id } = await call<{ id: string }>(courier.userId, "begin_delivery_photo", {
    order_id: rides.id,
    photo: { kind: "failed", sha256: "0".repeat(64) },
    idempotency_key: randomUUID(),
  });
  await call(courier.userId, "finish_delivery_photo", { photo_id: id });
  return { photoId: id };
}

/** What the customer says is wrong with the order on its way; and an operator who looks at their account. */
async function disputeOf({ customerId }: World, rides: Order): Promise<{ disputeId: string }> {
  const { id } = await call<{ id: string }>(customerId, "open_dispute", {
    order_id: rides.id,
    dispute: { kind: "late", text: "Nerede kaldı?" },
  });
  await call(await person("admin"), "start_impersonation", { user_id: customerId, reason: "Deneme" });
  return { disputeId: id };
}

/** A paper whose file has arrived, for the application that waits or for the next one. */
async function paperOf(applicant: string): Promise<string> {
  const paper = {
    kind: "identity",
    name: "kimlik.pdf",
    type: "application/pdf",
    size: 9,
    sha256: "a".repeat(64),
  };
  const { id } = await call<{ id: string }>(applicant, "announce_paper", { paper });
  await call(applicant, "keep_paper", { paper_id: id });
  return id;
}

/** A tenant of its own city: vendor, people, goods, and two orders of its customer. */
export async function tenant(): Promise<Tenant> {
  const here = await world();
  const town = await city();
  await sql`update public.branches set district_id = ${town.districtId} where id = ${here.branchId}`;
  const addressId = await one(sql`insert into public.addresses (user_id, label, text, lat, lng)
    values (${here.customerId}, 'Ev', 'Moda Caddesi 9', 41, 29) returning id`);
  const branches = await branchesOf(here);
  const money = await moneyOf(here);
  const basket = delivery(here, [[here.productId, 1]]);
  const [rides, waits] = [await place(here.customerId, basket), await place(here.customerId, basket)];
  await bring(here, rides, "ON_ROUTE");
  await call(here.courier.userId, "report_failed_delivery", {
    order_id: rides.id,
    report: { reason: "nobody_there" },
    idempotency_key: randomUUID(),
  });
  await move(here.ownerId, waits.id, "CONFIRMED");
  await sql`insert into public.courier_locations (courier_id, order_id, lat, lng, at)
    values (${here.courier.id}, ${rides.id}, 41, 29, now()), (${here.courier.id}, null, 40, 28, now() - interval '2 days')`;
  const waiting = await person("customer");
  const pendingId = await application(waiting, town.districtId, "pending");
  return {
    ...here,
    ...branches,
    ...money,
    ...(await noticesOf(here, rides)),
    ...(await goodsOf(here)),
    ...(await webhookOf(here)),
    ...(await promotionsOf(here, waits)),
    kitchenId: await kitchenOf(here),
    ...(await disputeOf(here, rides)),
    ...(await photoOf(here, rides)),
    reviewId: await reviewOf(here, money.sold.id),
    citySlug: town.slug,
    districtId: town.districtId,
    addressId,
    applicationId: await application(here.customerId, town.districtId, "rejected"),
    pendingId,
    pendingPaperId: await paperOf(waiting),
    draftPaperId: await paperOf(here.customerId),
    rides,
    waits,
    link: await call(here.customerId, "create_tracking_link", { order_id: rides.id }),
  };
}

/** The matrix' columns: anonymous · customer · other tenant's · owner · other tenant's · courier · other tenant's · operator. */
export const everybody = (own: Tenant, other: Tenant, operator: string): Actor[] => [
  null,
  own.customerId,
  other.customerId,
  own.ownerId,
  other.ownerId,
  own.courier.userId,
  other.courier.userId,
  operator,
];
export const NOBODY = "x x x x x x x x";

/** What came of it for each of them, in the matrix' words: the attempt's own, x where it is not granted, else the status it was refused with. */
export async function results(actors: Actor[], attempt: (actor: Actor) => Promise<string>): Promise<string> {
  const words = await Promise.all(
    actors.map((actor) =>
      attempt(actor).catch((error) => refusal(Promise.reject(error)).then(({ status }) => status)),
    ),
  );
  return words.map((word) => (word === "42501" ? "x" : word)).join(" ");
}

/** Names as the catalog has them. */
export const named = async (rows: PromiseLike<Record<string, unknown>[]>) =>
  (await rows).map((row) => String(row.name)).sort();
