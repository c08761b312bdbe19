import { defineConfig } from "vitest/config";

// What tests the built package, and what is made for it once: nothing else waits for that.
const packageTests = [
  "test/package/**/*.test.ts",
  "test/client/leaks.test.ts",
  "test/scripts/generate/second-generator.test.ts",
];
const docsTests = ["test/scripts/docs/**/*.test.ts"];

export default defineConfig({
  test: {
    // Many tests start processes of their own, on machines with two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One less than the cores would be one: most of the time goes to the processes that the tests start.
    maxWorkers: 2,
    env: { NO_COLOR: "1" },
    projects: [
      {
        extends: true,
        test: {
          name: "source",
          include: ["test/**/*.test.ts"],
          // test/consumer is a project of its own, which test/package/consumer.test.ts runs with the packed package.
          exclude: ["test/consumer/**", ...packageTests, ...docsTests],
        },
      },
      {
        extends: true,
        test: { name: "package", include: packageTests, globalSetup: "test/helpers/build-package.ts" },
      },
      {
        extends: true,
        test: { name: "docs", include: docsTests, globalSetup: "test/helpers/unpack-browser.ts" },
      },
    ],
  },
});
