import type { SdkPlan } from "../plan/index.js";

export interface FixtureXml {
  /** Relative to the SDK's folder. */
  readonly path: string;
  readonly text: string;
}

/** The messages of the fixtures as XML, encoded by the runtime. */
export function renderFixtureXml(_plan: SdkPlan): readonly FixtureXml[] {
  return [];
}
