import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";

export type TemplateName =
  "types" | "barrel" | "schemas" | "operations" | "faults" | "fixture" | "mock";

export interface Templates {
  /** Fills a template with its view. */
  render(name: TemplateName, view: object): string;
  /** Whether the template is the user's, so that its output is not known to be formatted. */
  isCustom(name: TemplateName): boolean;
}

/** Templates by name; a file of the same name in the user's folder replaces a built-in one. */
export function loadTemplates(
  builtinFolder: string,
  userFolder?: string,
): Templates {
  const handlebars = Handlebars.create();
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
    const source = readFileSync(
      userPath(name) ?? join(builtinFolder, `${name}.hbs`),
      "utf8",
    );
    const fresh = handlebars.compile<object>(source, {
      noEscape: true,
      strict: true,
      knownHelpers: { comment: true },
      knownHelpersOnly: true,
    });
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
