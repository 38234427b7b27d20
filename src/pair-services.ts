import type { OldService } from "./read-old.js";
import type { ReadService } from "./read-services.js";

export interface PairedServices {
  readonly pairs: readonly (readonly [OldService, ReadService])[];
  readonly added: readonly ReadService[];
  readonly removed: readonly OldService[];
}

/**
 * Services by name; one with one whatever their names are. Where the old side was told by inputs of its own, services it
 * does not have are not new: they were not asked for.
 */
export function pairServices(
  old: readonly OldService[],
  current: readonly ReadService[],
  isComplete: boolean,
): PairedServices {
  const [first, second] = [old[0], current[0]];
  const isOne = old.length === 1 && current.length === 1;
  if (isOne && first !== undefined && second !== undefined)
    return { pairs: [[first, second]], added: [], removed: [] };
  const left = new Map(old.map((service) => [service.name, service]));
  const pairs: (readonly [OldService, ReadService])[] = [];
  const added: ReadService[] = [];
  for (const service of current) {
    const partner = left.get(service.name);
    left.delete(service.name);
    if (partner === undefined) added.push(service);
    else pairs.push([partner, service]);
  }
  return isComplete
    ? { pairs, added, removed: [...left.values()] }
    : { pairs, added: [], removed: [] };
}
