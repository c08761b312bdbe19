import { UserError } from "../../internal/user-error.ts";

/** The part of the test cases that one of several machines runs. */
export interface Shard {
  /** From 1. */
  index: number;
  total: number;
}

/**
 * Reads `2/5`.
 *
 * @throws {UserError} exit code 2, if the text has another form.
 */
export function readShard(text: string): Shard {
  const [, index, total] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  if (shard.index >= 1 && shard.index <= shard.total) return shard;
  throw new UserError(`--shard takes INDEX/TOTAL, such as 1/4, not "${text}".`, 2);
}

/** Whether a test case is in the part. Depends on its id only, so that it stays there when others are added or removed. */
export function isInShard(name: string, { index, total }: Shard): boolean {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash % total === index - 1;
}
