"use client";
// Sends one ticket to the printer, from whichever page is open. With the browser's silent printing (`--kiosk-printing`) no question is asked.
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { Order } from "@/lib/orders/schema";
import { Ticket } from "./ticket";

const MM_PER_PX = 25.4 / 96;

/** Prints when it appears; `onDone` follows when the printer has it or the person thought better of it. */
export function TicketPrinter({ order, onDone }: { order: Order; onDone: () => void }) {
  const slot = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    // Roll paper has no page length of its own: cut where the ticket ends.
    const height = Math.ceil((slot.current?.offsetHeight ?? 0) * MM_PER_PX) + 6;
    const paper = new CSSStyleSheet();
    paper.replaceSync(`@page ticket { size: 80mm ${Math.max(60, height)}mm; }`);
    document.adoptedStyleSheets.push(paper);
    const over = () => done.current();
    window.addEventListener("afterprint", over);
    window.print();
    return () => {
      window.removeEventListener("afterprint", over);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== paper);
    };
  }, []);

  return createPortal(
    <div ref={slot} className="ticket-slot">
      <Ticket order={order} />
    </div>,
    document.body,
  );
}
