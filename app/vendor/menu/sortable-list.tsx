"use client";
// A list that is put in order by dragging a handle, by the handle with the keyboard (space, arrows, space), or by buttons.
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";

type Item = { id: string; name: string };

/** `onMove` is told from which place to which. `children` draws an item between its handle and its buttons. */
export function SortableList<T extends Item>({
  items,
  disabled,
  onMove,
  children,
  actions,
}: {
  items: T[];
  disabled: boolean;
  onMove: (from: number, to: number) => void;
  children: (item: T) => ReactNode;
  actions?: (item: T) => ReactNode;
}) {
  const t = useTranslations("vendor.menu.arrange");
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), // a tap is no drag
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: unknown) => items.findIndex((item) => item.id === id);
  const says = (active: unknown, over: unknown) => ({
    name: items[placeOf(active)]?.name ?? "",
    place: placeOf(over) + 1,
    of: items.length,
  });

  function dropped({ active, over }: DragEndEvent) {
    const [from, to] = [placeOf(active.id), placeOf(over?.id)];
    if (to >= 0 && from !== to) onMove(from, to);
  }

  return (
    <DndContext
      id={useId()}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={{
        screenReaderInstructions: { draggable: t("instructions") },
        announcements: {
          onDragStart: ({ active }) => t("lifted", says(active.id, active.id)),
          onDragOver: ({ active, over }) => t("over", says(active.id, over?.id)),
          onDragEnd: ({ active, over }) => t("dropped", says(active.id, over?.id)),
          onDragCancel: ({ active }) => t("kept", says(active.id, active.id)),
        },
      }}
    >
      <SortableContext items={items} strategy={verticalListSortingStrategy} disabled={disabled}>
        <Card as="div" flush>
          <ol className="divide-y divide-line">
            {items.map((item, index) => (
              <SortableRow
                key={item.id}
                item={item}
                up={disabled || index === 0 ? null : () => onMove(index, index - 1)}
                down={disabled || index === items.length - 1 ? null : () => onMove(index, index + 1)}
                actions={actions?.(item)}
              >
                {children(item)}
              </SortableRow>
            ))}
          </ol>
        </Card>
      </SortableContext>
    </DndContext>
  );
}

function SortableRow({
  item,
  up,
  down,
  actions,
  children,
}: {
  item: Item;
  up: (() => void) | null;
  down: (() => void) | null;
  actions: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("vendor.menu.arrange");
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: item.id });
  const { name } = item;
  return (
    <li
      ref={setNodeRef}
      style={{ transform: transform ? `translateY(${Math.round(transform.y)}px)` : undefined, transition }}
      className={cx(
        "flex items-center gap-1 bg-surface py-2 pr-2 pl-1",
        isDragging && "relative z-10 shadow-raised",
      )}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t("handle", { name })}
        className="grid size-control shrink-0 cursor-grab touch-none place-items-center rounded-md text-ink-3 hover:bg-surface-2"
      >
        <GripVertical aria-hidden className="size-5" />
      </button>
      <span className="grid min-w-0 flex-1">{children}</span>
      <IconButton
        label={t("up", { name })}
        icon={<ArrowUp aria-hidden className="size-4.5" />}
        disabled={!up}
        onClick={up ?? undefined}
      />
      <IconButton
        label={t("down", { name })}
        icon={<ArrowDown aria-hidden className="size-4.5" />}
        disabled={!down}
        onClick={down ?? undefined}
      />
      {actions}
    </li>
  );
}
