// What a request is for is told by its path, an API's and a page's alike.
import { expect, it } from "vitest";
import { classOf, LOAD_CLASSES } from "./load-classes";

it.each([
  ["/api/health", "vital"],
  ["/api/health/ready", "vital"],
  ["/api/metrics", "vital"],
  ["/api/webhooks/payments/stripe", "vital"],
  ["/status", "vital"],
  ["/_next/static/chunks/a.js", "vital"],
  ["/", "browsing"],
  ["/vendors", "browsing"],
  ["/v/moda-lezzet", "browsing"],
  ["/api/vendors/moda-lezzet", "browsing"],
  ["/api/branches/1/menu", "browsing"],
  ["/api/orders", "ordering"],
  ["/api/orders/1/transitions", "ordering"],
  ["/api/quotes", "ordering"],
  ["/api/vendor/orders", "ordering"],
  ["/api/courier/positions", "ordering"],
  ["/vendor", "ordering"],
  ["/checkout", "ordering"],
  ["/api/payments/1/start", "money"],
  ["/api/wallet/transfers", "money"],
  ["/pictures/pizza.webp", "vital"],
  ["/pictures/u/1/a.webp", "files"],
  ["/api/papers/1", "files"],
  ["/api/vendor/pictures", "files"],
  ["/api/orders/1/photos", "files"],
  ["/api/orders/1/photos/2", "files"],
  ["/api/auth/sign-in", "session"],
  ["/sign-in", "session"],
  ["/api/vendor/stats", "reports"],
  ["/api/wallet/statement", "reports"],
  ["/api/admin/rebuilt-state", "reports"],
  ["/vendor/insights", "reports"],
  ["/api/jobs/sagas", "jobs"],
  ["/api/vendor/products", "rest"],
  ["/api/vendorsomething", "rest"],
  ["/api/healthy", "rest"],
  ["/account", "rest"],
  ["/api/orders.js", "rest"],
])("%s is for %s", (path, name) => {
  expect(classOf(path)).toBe(name);
});

it("all reports and jobs are turned away before any of the rest, then ordering, and browsing last", () => {
  const { vital, browsing, ordering, money, files, session, reports, jobs, rest } = LOAD_CLASSES;
  expect([reports.shed?.[1], rest.shed?.[1], ordering.shed?.[1]]).toEqual([
    rest.shed?.[0],
    ordering.shed?.[0],
    browsing.shed?.[0],
  ]);
  for (const { shed } of [reports, rest, ordering, browsing]) expect(shed?.[0]).toBeLessThan(shed?.[1] ?? 0);
  expect([jobs.shed, session.shed, files.shed, money.shed, vital.shed]).toEqual([
    reports.shed,
    rest.shed,
    rest.shed,
    ordering.shed,
    null,
  ]);
});
