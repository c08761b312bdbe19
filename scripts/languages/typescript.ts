import { createRequire } from "node:module";
import type { Language } from "./language.ts";

const compile = ["--module", "nodenext", "--outDir", "out", "example.ts"];

export const typescript: Language = {
  name: "typescript",
  title: "TypeScript",
  client: "client.ts",
  needs: "TypeScript 5.9 or newer",
  packages: "npm install --save-dev typescript",
  example: {
    file: "example.ts",
    // `.js` is what every compiler and bundler takes without a setting; without `await` it may be CommonJS too.
    render: ({ operationId, body, baseUrl, key }) => `import { configure, ${operationId} } from "./client.js";

configure({ serverUrl: "${baseUrl}", auth: { bearer: "${key}" } });
${operationId}({ body: ${JSON.stringify(body)} }).then((answer) => console.log(JSON.stringify(answer)));
`,
  },
  tools: [],
  run: [
    [process.execPath, createRequire(import.meta.url).resolve("typescript/bin/tsc"), ...compile],
    [process.execPath, "out/example.js"],
  ],
  typed: `npx tsc ${compile.join(" ")} && node out/example.js`,
};
