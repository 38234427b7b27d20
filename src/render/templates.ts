import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import runtime from "handlebars/dist/cjs/handlebars.runtime.js";
import { precompiled } from "./precompiled.js";
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
  const userPath = (name: TemplateName): string | undefined => {
    const path =
      userFolder === undefined ? undefined : join(userFolder, `${name}.hbs`);
    return path !== undefined && existsSync(path) ? path : undefined;
  };
  const template = (name: TemplateName): HandlebarsTemplateDelegate<object> => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const own = userPath(name);
    const ready = own === undefined ? precompiled?.[name] : undefined;
    const path = own ?? join(builtinFolder, `${name}.hbs`);
    const fresh =
      ready === undefined
        ? handlebars.compile<object>(
            readFileSync(path, "utf8"),
            templateOptions,
          )
        : handlebars.template<object>(ready);
    compiled.set(name, fresh);
    return fresh;
  };
  return {
    render: (name, view) => template(name)(view),
    isCustom: (name) => userPath(name) !== undefined,
  };
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
