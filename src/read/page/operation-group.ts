import type { PlacedSample } from "./sample-role.js";

/** The samples of one documented operation. */
export interface OperationGroup {
  /** Names the operation may have, the likeliest first. */
  readonly keys: readonly string[];
  readonly samples: readonly PlacedSample[];
}

interface OpenGroup {
  readonly keys: Set<string>;
  readonly samples: PlacedSample[];
}

interface Grouping {
  readonly groups: OpenGroup[];
  readonly byKey: Map<string, OpenGroup>;
  current: OpenGroup | undefined;
}

/** Sorts the samples of a page by operation: requests by their names, replies and faults to the request before them. */
export function groupByOperation(
  placed: readonly PlacedSample[],
): readonly OperationGroup[] {
  const grouping: Grouping = {
    groups: [],
    byKey: new Map(),
    current: undefined,
  };
  for (const entry of placed) {
    const group = groupFor(grouping, entry);
    grouping.current = group;
    for (const key of entry.keys) {
      group.keys.add(key);
      if (!grouping.byKey.has(key)) grouping.byKey.set(key, group);
    }
    group.samples.push(entry);
  }
  return grouping.groups.map(({ keys, samples }) => ({
    keys: [...keys],
    samples,
  }));
}

function groupFor(grouping: Grouping, entry: PlacedSample): OpenGroup {
  const { sample, keys } = entry;
  const { current, byKey } = grouping;
  if (sample.role !== "request")
    return answeredGroup(grouping, entry) ?? current ?? open(grouping);
  for (const key of keys) {
    const known = byKey.get(key);
    if (known !== undefined) return known;
  }
  if (current === undefined) return open(grouping);
  if (current.keys.size === 0) return current;
  return isOtherSection(current, entry) ? current : open(grouping);
}

/**
 * An overload's HTTP sections are named after the message, its SOAP sections after the wrapper. In bare style a request
 * without parameters has no element, and in SOAP 1.2 no action either.
 */
function isOtherSection(
  group: OpenGroup,
  { sample, keys }: PlacedSample,
): boolean {
  return (
    (sample.protocol.startsWith("http") || keys.length === 0) &&
    group.samples.some((other) => other.sample.protocol.startsWith("soap")) &&
    !group.samples.some((other) => other.sample.protocol === sample.protocol)
  );
}

function open(grouping: Grouping): OpenGroup {
  const group: OpenGroup = { keys: new Set(), samples: [] };
  grouping.groups.push(group);
  return group;
}

/** The operation whose name a reply carries. */
function answeredGroup(
  { byKey }: Grouping,
  { sample }: PlacedSample,
): OpenGroup | undefined {
  const name = sample.body[0]?.name.local;
  if (name === undefined || !sample.protocol.startsWith("soap"))
    return undefined;
  const stem = replyStem(name);
  if (stem === name) return undefined;
  return (
    byKey.get(stem) ?? byKey.get(`${stem}Request`) ?? byKey.get(`${stem}Rq`)
  );
}

/** What remains of a reply's name without the word that makes it one. */
export function replyStem(name: string): string {
  return name.replace(/(?:Response|Reply|Result|Resp|Rs|RS)$/, "");
}
