/// <reference lib="webworker" />
// The worker's own globals, as types.

declare const self: ServiceWorkerGlobalScope;

/** The worker itself. */
export const worker = self;
