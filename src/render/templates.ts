import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import runtime from "handlebars/dist/cjs/handlebars.runtime.js";
import { precompiled } from "./precompiled.js";
import { TemplateFailure } from "./template-failure.js";
import { templateOptions } from "./template-options.js";

export type TemplateName =
  "types" | "barrel" | "schemas" | "operations" | "faults" | "fixture" | "mock";

export interface Templates {
  /** Fills a template with its view. */
  render(name: TemplateName, view: object): string;
  /** Whether the template is the user's, so that its output is not known to be formatted. */
  isCustom(name: TemplateName): boolean;
}

/** Templates by name; a file of the same name in the user's folder replaces a built-in one. */
export async function loadTemplates(
  builtinFolder: string,
  userFolder?: string,
): Promise<Templates> {
  const mayCompile = precompiled === undefined || userFolder !== undefined;
  const { create } = mayCompile
    ? (await import("handlebars")).default
    : runtime;
  const handlebars = create();
  handlebars.registerHelper(
    "comment",
    (lines: readonly string[], indent: number) => comment(lines, indent),
  );
  const compiled = new Map<TemplateName, HandlebarsTemplateDelegate<object>>();
  const own = userFolder === undefined ? noNames : templatesIn(userFolder);
  const template = (name: TemplateName): HandlebarsTemplateDelegate<object> => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const ready = own.has(name) ? undefined : precompiled?.[name];
    const folder = own.has(name) ? (userFolder ?? "") : builtinFolder;
    const fresh =
      ready === undefined
        ? handlebars.compile<object>(
            readFileSync(join(folder, `${name}.hbs`), "utf8"),
            templateOptions,
          )
        : handlebars.template<object>(ready);
    compiled.set(name, fresh);
    return fresh;
  };
  return {
    render: (name, view) =>
      own.has(name)
        ? attempt(name, () => template(name)(view))
        : template(name)(view),
    isCustom: (name) => own.has(name),
  };
}

const noNames: ReadonlySet<string> = new Set();

/** All of them: the compiler asks for each. */
const eachName: Readonly<Record<TemplateName, true>> = {
  types: true,
  barrel: true,
  schemas: true,
  operations: true,
  faults: true,
  fixture: true,
  mock: true,
};

/** Names of the templates in the user's folder. One that replaces nothing is a slip. */
function templatesIn(folder: string): ReadonlySet<string> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .map((file) => file.slice(0, -".hbs".length));
  const unknown = names.find((name) => !Object.hasOwn(eachName, name));
  if (unknown === undefined) return new Set(names);
  const known = Object.keys(eachName).toSorted().join(", ");
  throw new TemplateFailure(
    `${unknown}.hbs`,
    `no template has that name; there are ${known}`,
  );
}

/** Runs a template of the user: what Handlebars says of it is about the template. */
function attempt(name: TemplateName, render: () => string): string {
  try {
    return render();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateFailure(
      `${name}.hbs`,
      // Handlebars draws the place on the lines after the first two.
      reason.split("\n").slice(0, 2).join(" ").trim(),
    );
  }
}

/** A JSDoc comment; one line stays on one line. */
function comment(lines: readonly string[], indent: number): string {
  const margin = " ".repeat(indent);
  const [only] = lines;
  if (lines.length === 1 && only !== undefined)
    return `${margin}/** ${only} */`;
  const body = lines.map(
    (line) => `${margin} *${line === "" ? "" : ` ${line}`}`,
  );
  return [`${margin}/**`, ...body, `${margin} */`].join("\n");
}
