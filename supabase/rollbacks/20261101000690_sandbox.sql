-- What:  undoes the sandbox, the payment provider of development, tests and demos.
-- Why:   nothing refers to it. With PAYMENT_PROVIDER=sandbox no card payment can be made, read or refunded any more.
-- Loses: every payment, refund and webhook that the sandbox knows.

drop function if exists public.sandbox_call;
drop schema if exists sandbox cascade;
