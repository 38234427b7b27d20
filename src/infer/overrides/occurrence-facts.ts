import type { Particle } from "../../model/index.js";
import {
  isSaid,
  overridden,
  reportUnnecessary,
  type Applying,
} from "./applying.js";
import type { MemberFacts } from "./overrides-document.js";

/** A particle that occurs as an entry states. */
export function withOccurrence(
  particle: Particle,
  { presence, repeated }: MemberFacts,
  applying: Applying,
): Particle {
  const isRepeated = particle.max === "unbounded" || particle.max > 1;
  const min = presence === undefined ? particle.min : minOf(presence.value);
  const max =
    repeated === undefined || repeated.value === isRepeated
      ? particle.max
      : repeated.value
        ? "unbounded"
        : 1;
  const isSettled = isSaid(particle.origin);
  const isSamePresence = particle.min > 0 === min > 0;
  if (presence !== undefined && isSettled && isSamePresence)
    reportUnnecessary(applying, "presence", presence);
  if (repeated !== undefined && isSettled && repeated.value === isRepeated)
    reportUnnecessary(applying, "repeated", repeated);
  const span = (presence ?? repeated)?.span;
  if (span === undefined) return particle;
  const isChanged = !isSamePresence || max !== particle.max || !isSettled;
  const settled = isSamePresence ? particle.min : min;
  return isChanged
    ? { ...particle, min: settled, max, origin: overridden(span) }
    : particle;
}

function minOf(presence: "required" | "optional"): number {
  return presence === "required" ? 1 : 0;
}
