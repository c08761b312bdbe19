import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { defineCommand } from "../src/cli/command.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { systemErrorCode, UserError } from "../src/internal/user-error.ts";

export default await defineCommand(
  import.meta,
  {
    name: "npm run sbom",
    about: "Writes the client's components as CycloneDX 1.5 JSON: the package and its runtime dependencies.",
    flags: {
      out: { value: "FILE", about: "file to write (default: dist/sbom.cdx.json)" },
    },
  },
  async ({ out }) => {
    const { name } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
    const omit = ["dev", "peer", "optional"].map((kind) => `--omit=${kind}`);
    const args = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=library", ...omit];
    const options = { cwd: packageRoot, shell: process.platform === "win32" };
    const { stdout } = await promisify(execFile)("npm", args, options).catch((cause: Error & { stderr?: string }) => {
      throw new UserError(`npm could not list the installed packages: ${cause.stderr?.trim() || cause.message}`, 2);
    });
    const sbom = JSON.parse(stdout);
    // npm names the package after the folder of the checkout.
    sbom.metadata.component.name = name;
    const file = resolve(out ?? join(packageRoot, "dist/sbom.cdx.json"));
    const shown = out ?? relative(process.cwd(), file);
    await mkdir(dirname(file), { recursive: true })
      .then(() => writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`))
      .catch((cause: unknown) => {
        const reason = systemErrorCode(cause) ?? cause;
        throw new UserError(`Cannot write ${shown} (${reason}). Check --out: expected a file.`, 2, {
          cause,
        });
      });
    console.log(`${shown} written: ${name} and ${sbom.components.length} packages`);
  },
);
