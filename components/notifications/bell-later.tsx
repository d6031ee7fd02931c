"use client";
// The bell's place in a header. The server has drawn a still one; the bell itself comes once the page has come to rest, or at a touch.
import { type ComponentType, type ReactNode, useEffect, useState } from "react";

const REST_MS = 1_500;

type BellProps = { userId: string; label: string; opened: boolean };

/** `children` is the still one, `label` its name. */
export function BellLater({
  userId,
  label,
  children,
}: {
  userId: string;
  label: string;
  children: ReactNode;
}) {
  const [Bell, setBell] = useState<ComponentType<BellProps>>();
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(
      () =>
        import("./bell").then(
          (module) => isOver || setBell(() => module.Bell),
          () => undefined, // no network: the still one stays
        ),
      opened ? 0 : REST_MS,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [opened]);
  return Bell ? (
    <Bell userId={userId} label={label} opened={opened} />
  ) : (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is clicked is the button inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key pressed on the button is a click too
    <span onClick={() => setOpened(true)}>{children}</span>
  );
}
