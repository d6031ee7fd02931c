"use client";
// The board: one column a state on wide screens, one tab a state on phones. It owns which order is open in which sheet.
import { ChefHat, History, Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { lazily } from "@/components/lazily";
import { lazySheet, useAtHand } from "@/components/lazy-sheet";
import { Button, ButtonLink } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import type { Order, VendorStats } from "@/lib/orders/schema";
import { useLiveOrders } from "../_orders/live-orders";
import { boardStep, COLUMNS, type ColumnId, columnOf } from "../_orders/steps";
import { BoardColumn } from "./board-column";
import type { OpenSheet } from "./order-sheets";
import { useBranchFilter } from "./use-branch-filter";

const BranchFilter = lazily(() => import("./branch-filter").then((module) => module.BranchFilter));
const loadNotices = () => import("./board-notices");
const StaleNotice = lazily(() => loadNotices().then((module) => module.StaleNotice));
const ElsewhereNotice = lazily(() => loadNotices().then((module) => module.ElsewhereNotice));
const PaceButton = lazily(() => import("./pace-control").then((module) => module.PaceButton));
const PaceStrips = lazily(() => import("./pace-control").then((module) => module.PaceStrips));
const BoardKeys = lazily(() => import("./board-keys").then((module) => module.BoardKeys));
const FiguresStrip = lazily(
  () => import("./figures-strip").then((module) => module.FiguresStrip),
  <Skeleton className="h-13.5 rounded-lg sm:h-17.5" />,
);
const OrderSheets = lazySheet(() => import("./order-sheets").then((module) => module.OrderSheets));
const PastOrders = lazySheet(() => import("./past-orders").then((module) => module.PastOrders));
const Shortcuts = lazySheet(() => import("./shortcuts").then((module) => module.Shortcuts));

/** `figures` are today's as the server read them, null for who may not see them; `children` stand in for an empty board of a hidden branch. */
export function Board({ figures, children }: { figures: VendorStats | null; children?: ReactNode }) {
  const t = useTranslations("vendor");
  useAtHand(loadNotices);
  const live = useLiveOrders();
  const filter = useBranchFilter(live.branches);
  const [tab, setTab] = useState<ColumnId>("NEW");
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const [past, setPast] = useState(false);
  const [help, setHelp] = useState(false);
  const [held, setHeld] = useState<Order | null>(null);
  const board = useRef<HTMLDivElement>(null);

  const shown = filter.branch ? live.orders.filter(({ branch }) => branch.id === filter.branch) : live.orders;
  const inColumn = (column: ColumnId) => shown.filter(({ status }) => columnOf(status) === column);
  const hiddenNew = live.orders.filter((order) => order.status === "NEW" && !shown.includes(order)).length;
  const open = useMemo(() => {
    const sheetOf = (kind: OpenSheet["kind"]) => (order: Order) => setSheet({ kind, id: order.id });
    return { detail: sheetOf("detail"), end: sheetOf("end"), courier: sheetOf("courier") };
  }, []);
  const shownBranches = filter.branch
    ? live.branches.filter(({ id }) => id === filter.branch)
    : live.branches;
  const heldStep = held && boardStep(held);

  const columns = COLUMNS.map((id) => ({ id, label: t(`board.columns.${id}`), orders: inColumn(id) }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h1 className="sr-only">{t("board.title")}</h1>
      {figures && <FiguresStrip initial={figures} changed={live.orders} />}
      <div className="flex items-center justify-between gap-2">
        {live.branches.length > 1 && (
          <BranchFilter {...filter} branches={live.branches} orders={live.orders} />
        )}
        <div className="ml-auto flex shrink-0 gap-1">
          <PaceButton shown={shownBranches} />
          <ButtonLink
            size="sm"
            variant="ghost"
            href="/vendor/kitchen"
            icon={<ChefHat aria-hidden className="size-4" />}
          >
            <span className="max-sm:sr-only">{t("kitchen.title")}</span>
          </ButtonLink>
          <Button
            size="sm"
            variant="ghost"
            icon={<History aria-hidden className="size-4" />}
            onClick={() => setPast(true)}
          >
            <span className="max-sm:sr-only">{t("board.past")}</span>
          </Button>
          <Button
            size="sm"
            variant="ghost"
            className="max-md:hidden"
            icon={<Keyboard aria-hidden className="size-4" />}
            onClick={() => setHelp(true)}
          >
            {t("board.shortcuts")}
          </Button>
        </div>
      </div>
      <PaceStrips shown={shownBranches} />
      {live.stale && <StaleNotice onRetry={() => void live.readAll()} />}
      {hiddenNew > 0 && <ElsewhereNotice count={hiddenNew} onShow={() => filter.choose(null)} />}
      {live.orders.length === 0 && children}
      <Tabs
        label={t("board.columnsLabel")}
        value={tab}
        onChange={setTab}
        tabs={columns.map(({ id, label, orders }) => ({ id, label, count: orders.length }))}
        className="md:[&>[role=tablist]]:hidden md:[&>[role=tabpanel]]:pt-0"
      >
        <div ref={board} className="flex gap-3 md:-mx-1 md:overflow-x-auto md:px-1 md:pb-2">
          {columns.map(({ id, label, orders }) => (
            <BoardColumn
              key={id}
              id={id}
              label={label}
              orders={orders}
              shownOnPhone={id === tab}
              takes={heldStep !== null && columnOf(heldStep) === id}
              onDrop={() => {
                if (held && heldStep) void live.move(held, { to: heldStep });
                setHeld(null);
              }}
              onOpen={open.detail}
              onEnd={open.end}
              onCourier={open.courier}
              onDrag={setHeld}
            />
          ))}
        </div>
      </Tabs>
      <BoardKeys
        board={board}
        find={(id) => shown.find((order) => order.id === id)}
        next={(order, to) => void live.move(order, { to })}
        end={open.end}
        courier={open.courier}
        see={(order) => live.see([order.id])}
        print={live.print}
        help={() => setHelp(true)}
      />
      <OrderSheets open={sheet !== null} sheet={sheet} onSheet={setSheet} />
      <PastOrders
        open={past}
        onClose={() => setPast(false)}
        onOrder={(order) => {
          setPast(false);
          setSheet({ kind: "detail", id: order.id });
        }}
      />
      <Shortcuts open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
