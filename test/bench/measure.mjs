import { spawnSync } from "node:child_process";

/** The middle of some numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median milliseconds of a whole process, after one run to warm the file cache. */
export function timeProcess(command, args, { runs = 7, cwd } = {}) {
  const once = () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(command, args, { cwd });
    if (status !== 0) {
      throw new Error(`${command} ${args.join(" ")}: ${status}\n${stderr}`);
    }
    return performance.now() - start;
  };
  once();
  return median(Array.from({ length: runs }, once));
}

/** Median milliseconds of a function, after it ran for a second: engines compile what runs often. */
export async function timeCall(call, { warmUp = 1000, time = 1000 } = {}) {
  await repeat(call, warmUp, 3);
  return median(await repeat(call, time, 9));
}

async function repeat(call, milliseconds, atLeast) {
  const times = [];
  const end = performance.now() + milliseconds;
  while (times.length < atLeast || performance.now() < end) {
    const start = performance.now();
    const result = call();
    if (result instanceof Promise) await result;
    times.push(performance.now() - start);
  }
  return times;
}

/** Prints rows as an aligned table. */
export function printTable(rows) {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0
        ? String(cell).padEnd(widths[column])
        : String(cell).padStart(widths[column]),
    );
    process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
}

/** `1.23 ×`. */
export function ratio(value, base) {
  return `${(value / base).toFixed(2)} ×`;
}

export function milliseconds(value) {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
