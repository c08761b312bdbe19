import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../command/package-root.ts";
import type { Language } from "./language.ts";

// Node runs TypeScript itself from 22.18; what this project runs it with does so on Node 20 too.
const loader = pathToFileURL(join(packageRoot, "scripts/typescript.mjs")).href;

export const typescript: Language = {
  name: "typescript",
  title: "TypeScript",
  options: ["--import-ext=ts"],
  client: "client.ts",
  install: "Nothing. Copy `client.ts` into your project.",
  example: {
    file: "example.ts",
    render: ({ operationId, body, baseUrl, key }) => `import { configure, ${operationId} } from "./client.ts";

configure({ serverUrl: "${baseUrl}", auth: { bearer: "${key}" } });
const result = await ${operationId}({ body: ${JSON.stringify(body)} });
console.log(JSON.stringify(result));
`,
  },
  tools: [],
  run: [[process.execPath, "--import", loader, "example.ts"]],
};
