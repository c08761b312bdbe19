import { defineConfig } from "vitest/config";

export default defineConfig({ test: { globalSetup: "suno-persona/vitest" } });
