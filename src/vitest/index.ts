/**
 * The mock in a vitest project. As `globalSetup` it starts one for all tests, whose URL is `inject("mockUrl")`;
 * `useMock()` gives a test file one of its own, which can be asked for answers.
 */

import { manifest } from "../internal/manifest.ts";
import { needPeers } from "../internal/peers.ts";
import { settleAll } from "../internal/settle-all.ts";
import { UserError } from "../internal/user-error.ts";
import { type Mock, startMock } from "../mock/start-mock.ts";
import { callControl, type OwnMockOptions, startControl } from "./control.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the mock that all tests share, without a final slash. */
    mockUrl: string;
    /** What `useMock()` talks to. */
    mockControlUrl: string;
  }
}

export type { OwnMockOptions };

/** What the setup takes of vitest's project. */
interface Project {
  provide(key: "mockUrl" | "mockControlUrl", value: string): void;
}

/** The mock of a test file. It ends with the file. */
export type OwnMock = Pick<Mock, "url" | "answer" | "reset">;

/**
 * Vitest's global setup: Prism is loaded once, for all workers.
 *
 * @throws {UserError} where Prism is missing.
 */
export default async function setup({ provide }: Project): Promise<() => Promise<void>> {
  const [shared, control] = await settleAll([startMock(), startControl()]);
  provide("mockUrl", shared.url);
  provide("mockControlUrl", control.url);
  return async () => {
    await settleAll([shared.close(), control.close()]);
  };
}

/**
 * A mock of this test file's own: what it is asked for, no other file's request takes. Call it at the file's top, once.
 * A test during which the mock refused a request fails with the reason, whatever the code that sent it made of the
 * refusal. Answers that a test left over are forgotten after it.
 *
 * @throws {UserError} where vitest's config lacks the global setup.
 * @example
 * const mock = await useMock();
 * test("tries again", async () => {
 *   await mock.answer({ status: 429 });
 *   await callTheApi(mock.url);
 * });
 */
export async function useMock(options: OwnMockOptions = {}): Promise<OwnMock> {
  needPeers("useMock()", ["vitest"]);
  const { afterAll, afterEach, inject } = await import("vitest");
  const control = inject("mockControlUrl");
  if (control === undefined) {
    throw new UserError(`useMock() needs globalSetup: "${manifest.name}/vitest" in vitest's config.`, 2);
  }
  const { mock } = await callControl(control, "open", options);
  afterEach(async () => {
    await callControl(control, "reset", { mock });
    const refused = await callControl(control, "refused", { mock });
    if (refused.length > 0)
      throw new Error(`The mock refused what the description does not allow:\n${refused.join("\n")}`);
  });
  afterAll(() => callControl(control, "close", { mock }));
  return {
    url: mock,
    answer: async (answer) => void (await callControl(control, "answer", { mock, answer: answer as never })),
    reset: async () => void (await callControl(control, "reset", { mock })),
  };
}
