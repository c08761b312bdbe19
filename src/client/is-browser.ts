/**
 * Detects a page or a web worker, jsdom and happy-dom included. Deno and Bun define a worker's globals too, and server
 * runtimes that define `WorkerGlobalScope` define no `location`.
 */
export function isBrowser(): boolean {
  const { document, WorkerGlobalScope, location, Deno, Bun } = globalThis as Record<string, unknown>;
  return !!(document || (WorkerGlobalScope && location && !Deno && !Bun));
}
