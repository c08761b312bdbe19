#!/usr/bin/env node
import { runAsProcess } from "./command.ts";
import { main } from "./main.ts";

await runAsProcess(main, process.argv.slice(2));
