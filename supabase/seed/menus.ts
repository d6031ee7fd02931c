// The demo vendors' menus: categories, products with pictures, option groups shared between products, and branch stock.
import type postgres from "postgres";
import { branchId } from "./branches.ts";
import { seedId } from "./ids.ts";
import type { Product, Vendor } from "./vendor.ts";
import { vendors } from "./vendors/all.ts";

/** The fixed id of a vendor's product; names are unique within a vendor. */
export function productId(vendor: Vendor, product: Product): string {
  return seedId("product", vendor.slug, product.name);
}

/** The address of a picture in public/pictures. */
export function pictureUrl(picture: string): string {
  return `/pictures/${picture}.webp`;
}

/** Writes every vendor's menu, one statement a table. */
export async function seedMenus(tx: postgres.TransactionSql): Promise<void> {
  await tx`insert into public.categories ${tx(vendors.flatMap(categoryRows))}`;
  await tx`insert into public.products ${tx(vendors.flatMap(productRows))}`;
  await tx`insert into public.option_groups ${tx(vendors.flatMap(groupRows))}`;
  await tx`insert into public.options ${tx(vendors.flatMap(optionRows))}`;
  await tx`insert into public.product_option_groups ${tx(vendors.flatMap(linkRows))}`;
  await tx`insert into public.branch_stock ${tx(vendors.flatMap(stockRows))}`;
}

function categoryRows(vendor: Vendor) {
  return vendor.menu.map(({ name }, position) => ({
    id: seedId("category", vendor.slug, name),
    vendor_id: seedId("vendor", vendor.slug),
    name,
    position,
  }));
}

function productRows(vendor: Vendor) {
  return vendor.menu.flatMap((category) =>
    category.products.map((product, position) => ({
      id: productId(vendor, product),
      vendor_id: seedId("vendor", vendor.slug),
      category_id: seedId("category", vendor.slug, category.name),
      name: product.name,
      description: product.description,
      image_url: pictureUrl(product.picture),
      price_minor: product.price * 100,
      available: product.available ?? true,
      allergens: [...(product.allergens ?? [])],
      position,
    })),
  );
}

function groupRows(vendor: Vendor) {
  return Object.entries(vendor.groups ?? {}).map(([key, { name, min, max }]) => ({
    id: seedId("option-group", vendor.slug, key),
    vendor_id: seedId("vendor", vendor.slug),
    name,
    min_choices: min,
    max_choices: max,
  }));
}

function optionRows(vendor: Vendor) {
  return Object.entries(vendor.groups ?? {}).flatMap(([key, { options }]) =>
    Object.entries(options).map(([name, delta], position) => ({
      id: seedId("option", vendor.slug, key, name),
      group_id: seedId("option-group", vendor.slug, key),
      name,
      price_delta_minor: delta * 100,
      position,
    })),
  );
}

function linkRows(vendor: Vendor) {
  return productsOf(vendor).flatMap((product) =>
    (product.groups ?? []).map((key, position) => ({
      product_id: productId(vendor, product),
      group_id: seedId("option-group", vendor.slug, key),
      vendor_id: seedId("vendor", vendor.slug),
      position,
    })),
  );
}

function stockRows(vendor: Vendor) {
  return vendor.branches.flatMap((branch, place) =>
    productsOf(vendor).flatMap((product) => {
      const quantity = product.stock?.[place] ?? null;
      const sold = !product.notAt?.includes(place);
      if (quantity === null && sold) return [];
      return {
        branch_id: branchId(vendor, branch),
        product_id: productId(vendor, product),
        stock_policy: quantity === null ? "unlimited" : "counted",
        quantity,
        available: sold,
      };
    }),
  );
}

function productsOf(vendor: Vendor): Product[] {
  return vendor.menu.flatMap(({ products }) => products);
}
