import type { Fault, ProviderKind } from "../fault.ts";
import { startProvider } from "../start.ts";
import { boardsProbes } from "./boards.ts";
import { exchange, type Probe } from "./exchange.ts";
import { ordersProbes } from "./orders.ts";
import { personaProbes } from "./persona.ts";

const expected = new Map<string, Promise<string[]>>();

/** The ids of the faults that change no answer to the probes of their groups. */
export async function unseen(faults: Fault[]): Promise<string[]> {
  const left = [...faults];
  const found: string[] = [];
  const work = async () => {
    for (let fault = left.shift(); fault; fault = left.shift()) {
      const group = faults.filter(({ group }) => group === fault?.group);
      if (!(await isSeen(fault, group.indexOf(fault) / group.length))) found.push(fault.id);
    }
  };
  // A few at once, as some faults keep their client waiting.
  await Promise.all(Array.from({ length: 12 }, work));
  return found;
}

/**
 * Whether a fault changes an answer to the probes of its group: what comes back differs from a correct provider's.
 *
 * @param place How far down its group the fault is. Its probe is about as far down the group's.
 */
export async function isSeen({ provider, group, ...fault }: Fault, place = 0): Promise<boolean> {
  const correct = await answersOf(provider, group);
  const started = await startProvider(provider, { fault: { provider, group, ...fault } });
  const probes = probesOf(provider, group, started.token, started.readerToken);
  // What is refused leaves nothing behind, and so can be sent in any order.
  const first = group.startsWith("request-") ? Math.max(0, Math.floor(place * probes.length) - 2) : 0;
  try {
    for (let count = 0; count < probes.length; count++) {
      const index = (first + count) % probes.length;
      if ((await exchange(started.url, probes[index] ?? [], 250)) !== correct[index]) return true;
    }
    return false;
  } finally {
    await started.close();
  }
}

/** What a correct provider answers to the probes of a group, one after the other. */
function answersOf(kind: ProviderKind, group: string): Promise<string[]> {
  const key = `${kind}/${group}`;
  const known = expected.get(key) ?? ask(kind, group);
  expected.set(key, known);
  return known;
}

async function ask(kind: ProviderKind, group: string): Promise<string[]> {
  const { url, token, readerToken, close } = await startProvider(kind);
  const answers: string[] = [];
  for (const probes of probesOf(kind, group, token, readerToken)) answers.push(await exchange(url, probes, 5000));
  await close();
  return answers;
}

const tables = new Map<string, Record<string, Probe[]>>();

/** The probes of a group, some at a time: most faults are seen by the first. */
function probesOf(kind: ProviderKind, group: string, token: string, reader: string): Probe[][] {
  const table = tables.get(kind) ?? tableOf(kind, token, reader);
  tables.set(kind, table);
  const probes = table[group] ?? [];
  const count = Math.ceil(probes.length / some);
  return Array.from({ length: count }, (_none, index) => probes.slice(index * some, (index + 1) * some));
}

function tableOf(kind: ProviderKind, token: string, reader: string): Record<string, Probe[]> {
  if (kind === "boards") return boardsProbes(token);
  return kind === "persona" ? personaProbes(token) : ordersProbes(token, reader);
}

const some = 12;
