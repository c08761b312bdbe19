import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A project of its own, which test/package/consumer.test.ts runs with the packed package.
    exclude: ["test/consumer/**"],
    globalSetup: "test/helpers/global-setup.ts",
    // Many tests start processes of their own, on machines with two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One less than the cores would be one: most of the time goes to the processes that the tests start.
    maxWorkers: 2,
    env: { NO_COLOR: "1" },
  },
});
