import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

/**
 * Where processes that are measured write: in memory where that can be had. Before ext4 makes a file it looks at all that
 * were deleted in the last minutes: two seconds for the files of the biggest WSDL after an earlier run was cleaned up.
 */
export const workFolder = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Reading certificates of its own, where it is told to, takes Node longer than starting. */
export const measuredEnvironment = { ...process.env };
delete measuredEnvironment.NODE_EXTRA_CA_CERTS;

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
    const { status, stderr } = spawnSync(command, args, {
      cwd,
      env: measuredEnvironment,
    });
    if (status !== 0) {
      throw new Error(`${command} ${args.join(" ")}: ${status}\n${stderr}`);
    }
    return performance.now() - start;
  };
  once();
  return median(Array.from({ length: runs }, once));
}

/**
 * Median milliseconds of processor time of each function, by name. They take turns, so that what else the machine does
 * falls on all of them; the first half of the rounds does not count, as engines compile what runs often.
 */
export async function timeCalls(calls, { rounds = 24, turn = 30 } = {}) {
  const times = Object.fromEntries(
    Object.keys(calls).map((name) => [name, []]),
  );
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of Object.entries(calls)) {
      times[name].push(await timeTurn(call, turn));
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      median(all.slice(rounds / 2)),
    ]),
  );
}

/** Milliseconds of processor time of one call, over as many as fit into a turn. */
async function timeTurn(call, turn) {
  const start = process.cpuUsage();
  const end = performance.now() + turn;
  let count = 0;
  do {
    const result = call();
    if (result instanceof Promise) await result;
    count++;
  } while (performance.now() < end);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / count;
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
