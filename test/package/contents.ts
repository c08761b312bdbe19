import type { AllowedContents } from "../../src/release/contents.ts";

/** The folders of src/ that other teams get, with what each is for. */
const rooms = {
  "": "the entries",
  client: "the client",
  mock: "the mock",
  vitest: "the mock in vitest",
  spec: "reads the description, for the mock",
  command: "errors in one line and the package's own folder, for the mock",
  contract: "the contract suite",
  "contract/cases": "the contract suite",
  "contract/checks": "the contract suite",
  "contract/document": "the contract suite",
  "contract/json": "the contract suite",
  "contract/report": "the contract suite",
  "contract/run": "the contract suite",
  "contract/values": "the contract suite",
  "contract/wire": "the contract suite",
};

/** Everything that the published package may hold. */
export const allowedContents: AllowedContents = {
  files: [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "package.json",
    // Tells Node that the modules beside it are CommonJS.
    "dist/cjs/package.json",
    "generated/openapi.json",
    "generated/openapi.yaml",
    // What `requireKey` does to the description.
    "openapi/overlays/require-key.overlay.yaml",
    "src/contract/report/report.schema.json",
  ],
  folders: [
    "dist/cjs/generated",
    "dist/cjs/src",
    "dist/cjs/src/client",
    "dist/lib/generated",
    ...Object.keys(rooms).map((room) => `dist/lib/src/${room}`.replace(/\/$/, "")),
  ],
  endings: [".js", ".js.map", ".d.ts"],
};
