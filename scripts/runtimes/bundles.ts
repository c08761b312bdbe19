import { join } from "node:path";
import { rolldown } from "rolldown";
import { packageRoot } from "../../src/internal/package-root.ts";

/** The probe with the client in one script: as a module that defines `probe`, and as a classic script. */
export interface Bundles {
  esm: string;
  iife: string;
  /** A folder to write into. */
  folder: string;
}

/** Bundles the probe. */
export async function bundleProbe(folder: string): Promise<Bundles> {
  const input = join(packageRoot, "scripts/runtimes/probe.ts");
  const bundle = await rolldown({ input, platform: "browser", logLevel: "silent" });
  const generate = async (format: "esm" | "iife") => {
    const { output } = await bundle.generate({ format, ...(format === "iife" && { name: "probes" }) });
    return output[0].code;
  };
  const [esm, iife] = [await generate("esm"), await generate("iife")];
  // A module that a runtime is given as text can define the function without exporting it.
  return { esm: esm.replace(/export \{[^}]*\};?\s*$/, ""), iife: `${iife}\nvar { probe } = probes;`, folder };
}
