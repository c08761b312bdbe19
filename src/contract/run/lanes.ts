/** Tasks that run at the same time, with results in the order in which they began. */
export interface Lanes<T> {
  /** Waits until a task may begin: until a lane is free, or all of them are where it runs alone. */
  room(isAlone: boolean): Promise<void>;
  /** Begins a task; {@link room} has said that it may. */
  start(task: Promise<T>, isAlone: boolean): void;
  /** The results that are there, up to the first task that still runs. */
  take(): T[];
  /** The results of all tasks that were not taken, once they are there. */
  drain(): Promise<T[]>;
}

/** Lanes without a task. The tasks must not reject. */
export function createLanes<T>(count: number): Lanes<T> {
  const running = new Set<Promise<void>>();
  let isClosed = false;
  let tasks: { result?: T; isDone: boolean }[] = [];
  const take = () => {
    const first = tasks.findIndex(({ isDone }) => !isDone);
    const done = first === -1 ? tasks : tasks.slice(0, first);
    tasks = tasks.slice(done.length);
    return done.map(({ result }) => result as T);
  };
  return {
    async room(isAlone) {
      while (running.size >= (isAlone || isClosed ? 1 : count)) await Promise.race(running);
    },
    start(task, isAlone) {
      isClosed = isAlone;
      const entry: (typeof tasks)[number] = { isDone: false };
      tasks.push(entry);
      const settled = task.then((result) => {
        entry.result = result;
        entry.isDone = true;
        running.delete(settled);
      });
      running.add(settled);
    },
    take,
    async drain() {
      await Promise.all(running);
      return take();
    },
  };
}
