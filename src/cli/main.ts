#!/usr/bin/env node
import { tuneEngine } from "./tune-engine.js";

tuneEngine();
// Only what is loaded from here on is tuned.
const { runProcess } = await import("./run-process.js");
await runProcess();
