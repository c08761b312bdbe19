import { watch } from "chokidar";

/** Time without another change after which a save is taken as complete. Editors write a file in several steps. */
const settleMs = 50;

/**
 * Calls `onChange` after each change below `folder`: once for changes that come together, never twice at a time,
 * for as long as the process lives.
 *
 * @param onChange Handles its own failures.
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
