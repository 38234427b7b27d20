import { binary } from "./binary.js";
import { people } from "./people.js";
import { scalars } from "./scalars.js";
import type { Scenario } from "./scenario.js";
import { shapes } from "./shapes.js";
import { texts } from "./texts.js";

export type { Scenario };

/** What every stack is asked. */
export const scenarios: readonly Scenario[] = [
  ...scalars,
  ...people,
  ...shapes,
  ...texts,
  ...binary,
];
