#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { runCli } from "./run-cli.js";
import { processTerminal } from "./terminal.js";

// A run is over before code that V8 optimizes has paid for it: with V8's own budget a third of the processor time of a
// large WSDL goes there (measured on Node 20). Young objects get their room in few steps for the same reason.
setFlagsFromString("--interrupt-budget=1000000");
setFlagsFromString("--semi-space-growth-factor=16");

// Set instead of exit(): what was printed still has to reach a slow reader.
process.exitCode = await runCli(process.argv.slice(2), processTerminal());
