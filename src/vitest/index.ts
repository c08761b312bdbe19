/**
 * The mock in a vitest project. As `globalSetup` it starts one for all tests, whose URL is `inject("mockUrl")`; `useMock()`
 * starts one for a test file, whose responses its tests can set.
 */

import { manifest } from "../internal/manifest.ts";
import { needPeers } from "../internal/peers.ts";
import { settleAll } from "../internal/settle-all.ts";
import { UserError } from "../internal/user-error.ts";
import { checkReply } from "../mock/check-reply.ts";
import type { MockRequest } from "../mock/serve.ts";
import { type Mock, startMock } from "../mock/start-mock.ts";
import { callControl, type OwnMockOptions, startControl } from "./control.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the mock that all tests share, without a trailing slash. */
    mockUrl: string;
    /** URL of the server that `useMock()` calls. */
    mockControlUrl: string;
  }
}

export { type MockRequest, type OwnMockOptions, UserError };

/** The part of vitest's project that the setup uses. */
interface Project {
  provide(key: "mockUrl" | "mockControlUrl", value: string): void;
}

/** The mock of a test file, closed after its last test. */
export interface OwnMock extends Pick<Mock, "url" | "reply" | "reset"> {
  /** The requests of the current test, oldest first. */
  requests(): Promise<MockRequest[]>;
}

/**
 * Vitest's global setup: loads Prism once for all workers.
 *
 * @throws {UserError} If Prism is missing.
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
 * Starts a mock for this test file, so that no other file's requests use up its replies. Call it once, at the top of the
 * file. A test fails if the mock refused a request during it, however the tested code handled that. Replies that a test
 * leaves over are removed after it.
 *
 * @throws {UserError} If vitest's config lacks the global setup.
 * @example
 * const mock = await useMock();
 * test("tries again", async () => {
 *   await mock.reply({ status: 429 });
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
    if (refused.length > 0) throw new Error(`The mock refused what the spec does not allow:\n${refused.join("\n")}`);
  });
  afterAll(() => callControl(control, "close", { mock }));
  return {
    url: mock,
    async reply(reply) {
      // Here, because values that JSON cannot carry would arrive as others.
      checkReply(reply);
      await callControl(control, "reply", { mock, reply });
    },
    requests: () => callControl(control, "requests", { mock }),
    reset: async () => void (await callControl(control, "reset", { mock })),
  };
}
