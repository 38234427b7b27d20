const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs work that must not stop halfway: who asks the process to end, by Ctrl+C or otherwise, waits until it is done. */
export function uninterrupted<Value>(work: () => Value): Value {
  const release = (): void => {
    for (const signal of signals) process.off(signal, raise);
  };
  const raise = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, raise);
  try {
    return work();
  } finally {
    // What came meanwhile is told in the turn that follows.
    setImmediate(release);
  }
}
