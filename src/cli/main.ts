#!/usr/bin/env node
import { runCli } from "./run-cli.js";
import { processTerminal } from "./terminal.js";

// Set instead of exit(): what was printed still has to reach a slow reader.
process.exitCode = await runCli(process.argv.slice(2), processTerminal());
