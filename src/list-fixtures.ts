import type { Project } from "./config/index.js";
import type { Diagnostic } from "./diagnostics/index.js";
import { materialize, writeFixtures } from "./dynamic/index.js";
import { projectSdks } from "./project-sdks.js";
import type { ReadSdk } from "./read-sdk.js";
import type { SourceText } from "./source/index.js";

/** The example messages of an operation. */
export interface ListedFixture {
  readonly operation: string;
  readonly role: "request" | "response";
  /** The value as JSON, as `call` takes and prints it. */
  readonly json: unknown;
  /** The envelope; absent where no SOAP port carries the operation. */
  readonly xml?: string;
}

export interface FixturesReport {
  readonly fixtures: readonly ListedFixture[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Example messages of all operations of a project: those that generated SDKs have. */
export async function listFixtures(project: Project): Promise<FixturesReport> {
  const { services, diagnostics, sources } = await projectSdks(project);
  return { fixtures: services.flatMap(fixturesOf), diagnostics, sources };
}

function fixturesOf({ planned }: ReadSdk): readonly ListedFixture[] {
  if (planned === undefined) return [];
  const { sdk } = planned;
  const { plan, files } = writeFixtures(planned.plan);
  const built = materialize(plan);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return plan.operations.flatMap(
    ({ name, functionName, fileName, fixture }): readonly ListedFixture[] =>
      (["request", "response"] as const).flatMap((role) => {
        const expression = fixture[role];
        const xml = texts.get(`fixtures/${fileName}.${role}.xml`);
        if (expression === undefined && xml === undefined) return [];
        const value =
          expression === undefined ? undefined : built.value(expression);
        const json = sdk.toJson(functionName, value, { direction: role });
        const message = xml === undefined ? {} : { xml };
        return [{ operation: name, role, json, ...message }];
      }),
  );
}
