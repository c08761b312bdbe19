import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where people have a Chrome of their own: on machines that the packaged Chromium is not built for. */
const installed = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A real Chromium: the one from the npm package on Linux x64, an installed one elsewhere. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === "linux" && process.arch === "x64") return launchPackaged();
  const executablePath = installed.find((path) => existsSync(path));
  if (!executablePath) throw new Error("The docs are tested in a browser, and none is here: install Chrome.");
  return chromium.launch({ executablePath, headless: true });
}

async function launchPackaged(): Promise<Browser> {
  // Makes the package unpack the system libraries that Chromium needs, which a fresh machine may lack, and name them.
  const before = { ...process.env };
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  // The package's own flags are for another kind of machine, and switch off the web's security, which is tested here.
  return chromium.launch({
    executablePath,
    env: env as Record<string, string>,
    args: ["--no-sandbox"],
    headless: true,
  });
}
