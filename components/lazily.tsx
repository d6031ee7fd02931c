"use client";
// Components that are fetched when they are first shown: what is not needed for the first paint is not part of it.
// React's own lazy() does this without next/dynamic's 2 kB, and renders on the server where it is asked to.
import { type ComponentType, createElement, lazy, memo, type ReactNode, Suspense } from "react";

/** The component that `load` answers, behind `fallback` until it is there. Drawn again only when its props changed: hundreds stand in a list. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
) {
  const Lazy = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return memo(function Lazily(props: Props) {
    return <Suspense fallback={fallback}>{createElement(Lazy, props)}</Suspense>;
  });
}
