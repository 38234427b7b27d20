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

/** Median milliseconds of a function, warmed up. */
export async function timeCall(call, { runs = 9, warmUp = 4 } = {}) {
  for (let i = 0; i < warmUp; i++) await call();
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return median(times);
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
