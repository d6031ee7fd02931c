// Four people's days from morning to night. Each is lived through on a phone and on a desk, in Turkish and in English; each pair of the two is
// looked at by two of the four. KAPGEL_LOOKS=all lets everybody look at all of them.
import { couriersDay } from "./days/courier.ts";
import { customersDay } from "./days/customer.ts";
import { operatorsDay } from "./days/operator.ts";
import { vendorsDay } from "./days/vendor.ts";
import { LOOKS, test } from "./people.ts";

const EVERYBODY = process.env.KAPGEL_LOOKS === "all";
const ON_THE_WAY = ["phone-tr", "desk-en"];
const AT_WORK = ["phone-en", "desk-tr"];

for (const look of LOOKS) {
  const isFor = (looks: string[]) => EVERYBODY || looks.includes(look.name);
  test.describe(look.name, () => {
    test.use({ look });
    if (isFor(ON_THE_WAY)) test("a customer's first visit to their second order", customersDay);
    if (isFor(AT_WORK)) test("a vendor's opening to closing", vendorsDay);
    if (isFor(ON_THE_WAY)) {
      test("a courier's shift with three orders, one without a network", couriersDay);
    }
    if (isFor(AT_WORK)) test("an operator's application to dispute", operatorsDay);
  });
}
