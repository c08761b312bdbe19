import { watch } from "chokidar";

/** Quiet time after which a save is complete, in milliseconds. Editors write a file in several steps. */
const settleMs = 50;

/**
 * Calls `onChange` after each change below `folder` while the process lives: once per burst of changes, and never
 * concurrently.
 *
 * @param onChange Must handle its own failures.
 */
export async function watchFolder(folder: string, onChange: () => Promise<void>): Promise<void> {
  const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => /[\\/]\.[^\\/]*$/.test(path) });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange);
    }, settleMs);
  });
  await new Promise<void>((resolve, reject) => watcher.once("ready", resolve).once("error", reject));
}
