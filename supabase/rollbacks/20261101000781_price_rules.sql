-- What:  undoes price rules.
-- Why:   what an order was placed at stays written in it. The menu and the quote ask for these functions: take back their own step too, or go
--        forward again.
-- Loses: every rule.

drop function if exists public.preview_price_rule, public.delete_price_rule, public.update_price_rule, app.lock_price_rule, public.create_price_rule,
  app.set_rule_targets, app.merged_rule, public.list_price_rules, app.price_rule_json, app.product_prices, app.rule_price, app.next_price_change,
  app.branch_runs, app.rule_runs;
drop type if exists app.product_price;
drop table if exists public.price_rule_products, public.price_rule_categories, public.price_rule_branches, public.price_rules;
drop type if exists public.price_rule_scope;
