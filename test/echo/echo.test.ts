import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unpack } from "./archive.js";
import { knownFailing } from "./known-failing.js";
import { isPassed, runCase } from "./run-case.js";

/** Least share of the valid messages that come back as they were, in per cent. */
const archives = [
  { name: "w3cdb", goal: 99.5 },
  { name: "databinding", goal: 99 },
  { name: "xsd", goal: 98 },
  { name: "xsd-ns", goal: 98 },
];

/** Least share of the invalid messages of all archives that are refused, in per cent. */
const refusedGoal = 96;

interface Graded {
  readonly id: string;
  readonly isValid: boolean | undefined;
  readonly isPassed: boolean;
  readonly message: string;
}

const allGraded: Graded[] = [];

function share(graded: readonly Graded[], isValid: boolean): number {
  const counted = graded.filter((each) => each.isValid === isValid);
  const passed = counted.filter((each) => each.isPassed);
  return (100 * passed.length) / counted.length;
}

describe.each(archives)("echo of $name", ({ name, goal }) => {
  const archive = unpack(name);
  if (archive === undefined) {
    it.skip("the archives of messages are not here", () => undefined);
    return;
  }
  const graded: Graded[] = [];

  beforeAll(async () => {
    for (const each of archive.cases) {
      const outcome = await runCase(each);
      const { id, isValid } = each;
      const message = `${id} ${outcome.status}: ${outcome.message.slice(0, 300)}`;
      graded.push({ id, isValid, isPassed: isPassed(each, outcome), message });
    }
    allGraded.push(...graded);
  });

  afterAll(() => rmSync(archive.folder, { recursive: true }));

  it("no case fails that is not known to", () => {
    const known = knownFailing(name);
    const failed = graded.filter(
      (each) => !each.isPassed && !known.has(each.id),
    );
    expect(failed.map(({ message }) => message)).toEqual([]);
  });

  it("every case that is known to fail still does, and has a reason", () => {
    const failed = new Set(
      graded.filter((each) => !each.isPassed).map(({ id }) => id),
    );
    const wrong = [...knownFailing(name)].filter(
      ([id, reason]) => !failed.has(id) || reason === "",
    );
    expect(wrong).toEqual([]);
  });

  it(`${goal} % of the valid messages come back as they were`, () => {
    expect(share(graded, true)).toBeGreaterThanOrEqual(goal);
  });
});

describe("invalid messages of all archives", () => {
  it(`${refusedGoal} % are refused, with the path`, ({ skip }) => {
    if (allGraded.length === 0) skip("the archives of messages are not here");
    expect(share(allGraded, false)).toBeGreaterThanOrEqual(refusedGoal);
  });
});
