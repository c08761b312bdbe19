import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Paths of an installed Chrome, for machines that the packaged Chromium is not built for. */
const installed = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Launches Chromium: the one from the npm package on Linux x64, an installed one elsewhere. */
export async function launchBrowser(): Promise<Browser> {
  const packaged = await unpackBrowser();
  const executablePath = packaged?.executablePath ?? installed.find((path) => existsSync(path));
  if (!executablePath) throw new Error("The docs tests need a browser, and none was found: install Chrome.");
  // Not the package's own flags: they are for serverless machines and disable web security.
  const args = packaged ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args, headless: true, ...(packaged && { env: packaged.env }) });
}

/** Unpacks the packaged Chromium unless it is unpacked already. Undefined on machines that it is not built for. */
export async function unpackBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // Makes the package unpack and use the system libraries that Chromium needs, which a fresh machine may lack.
  const before = { ...process.env };
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  const env = { ...process.env } as Record<string, string>;
  for (const name of Object.keys(env)) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  return { executablePath, env };
}
