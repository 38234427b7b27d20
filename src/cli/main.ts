#!/usr/bin/env node
import { tuneEngine } from "./tune-engine.js";

tuneEngine();
// Only what is loaded from here on is tuned.
const { runCli } = await import("./run-cli.js");
const { processTerminal } = await import("./terminal.js");

// Set instead of exit(): what was printed still has to reach a slow reader.
process.exitCode = await runCli(process.argv.slice(2), processTerminal());
