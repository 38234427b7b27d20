#!/usr/bin/env node
import { loadProgram } from "./load-program.js";
import { tuneEngine } from "./tune-engine.js";

tuneEngine();
// Only what is loaded from here on is tuned.
void loadProgram().then(({ runProcess }) => runProcess());
