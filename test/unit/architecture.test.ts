import { builtinModules } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Node, Project, SyntaxKind, type SourceFile } from "ts-morph";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/diagnostics/index.js";

const root = fileURLToPath(new URL("../../src", import.meta.url));

/**
 * Which part of `src/` may import which; a part may always import itself. `index` stands for the files directly in
 * `src/`, which wire the phases. Places (`source`) are open to all that carry or report origins.
 */
const importTable: Readonly<Record<string, readonly string[]>> = {
  source: [],
  diagnostics: ["source"],
  xml: ["source", "diagnostics"],
  model: ["source"],
  read: ["source", "xml", "model", "diagnostics"],
  "read/xsd": ["source", "xml", "model", "diagnostics", "read"],
  // A WSDL has schemas in it.
  "read/wsdl": ["source", "xml", "model", "diagnostics", "read", "read/xsd"],
  "read/page": ["source", "xml", "model", "diagnostics", "read"],
  // Which documents are needed is only known once their imports are read.
  load: "source diagnostics xml model read read/xsd read/wsdl read/page".split(
    " ",
  ),
  infer: ["source", "xml", "model", "diagnostics"],
  link: ["source", "model", "diagnostics"],
  plan: ["model", "diagnostics"],
  // Which texts are values of a type is known to the codecs, and to nothing else.
  check: ["model", "diagnostics", "plan", "runtime"],
  render: ["plan"],
  output: ["source", "diagnostics"],
  export: ["model"],
  // Another TypeScript type is a change, and types are called what `inspect` calls them.
  diff: ["source", "model", "diagnostics", "plan", "export"],
  runtime: [],
  // A wrong name is answered with the nearest right one.
  dynamic: ["plan", "runtime", "diagnostics"],
  mock: ["runtime", "dynamic"],
  config: ["source", "diagnostics"],
  // Signs and reads envelopes as the runtime does, with what the runtime may not have: a package, and Node.
  x509: ["runtime"],
  // The help and complaints about the command line must not wait for the phases to load.
  cli: ["index", "config", "diagnostics"],
};

/** Packages, and the one part that may import each. */
const packageOwners: Readonly<Record<string, string>> = {
  "fast-xml-parser": "xml",
  htmlparser2: "read/page",
  handlebars: "render",
  prettier: "render",
  yargs: "cli",
  "xml-crypto": "x509",
};

/** Name of the package that a specifier leads into. */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

const project = new Project({ compilerOptions: { allowJs: false } });
const files = project.addSourceFilesAtPaths(`${root}/**/*.ts`);

function shown(file: SourceFile): string {
  return relative(root, file.getFilePath()).replaceAll("\\", "/");
}

function partOf(path: string): string {
  const [first = "", second = "", third] = path.split("/");
  if (second === "") return "index";
  return first === "read" && third !== undefined ? `read/${second}` : first;
}

interface Import {
  readonly specifier: string;
  /** Path of the file imported, for those of this code base. */
  readonly target?: string;
  /** Gone when compiled. */
  readonly isErased: boolean;
  /** Only needed when control gets there. */
  readonly isLazy: boolean;
}

function importsOf(file: SourceFile): readonly Import[] {
  const declarations = [
    ...file.getImportDeclarations(),
    ...file.getExportDeclarations(),
  ];
  const found = declarations.flatMap((declaration) => {
    const specifier = declaration.getModuleSpecifierValue();
    const isErased = declaration.isTypeOnly() || hasOnlyTypes(declaration);
    return specifier === undefined
      ? []
      : [{ specifier, isErased, isLazy: false, ...targetOf(file, specifier) }];
  });
  const lazy = file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter(
      (call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword,
    )
    .flatMap((call) => {
      const [argument] = call.getArguments();
      if (!Node.isStringLiteral(argument)) return [];
      const specifier = argument.getLiteralValue();
      const target = targetOf(file, specifier);
      return [{ specifier, isErased: false, isLazy: true, ...target }];
    });
  return [...found, ...lazy];
}

function hasOnlyTypes(declaration: Node): boolean {
  if (!Node.isImportDeclaration(declaration)) return false;
  const names = declaration.getNamedImports();
  return (
    names.length > 0 &&
    declaration.getDefaultImport() === undefined &&
    names.every((name) => name.isTypeOnly())
  );
}

function targetOf(file: SourceFile, specifier: string): { target?: string } {
  if (!specifier.startsWith(".")) return {};
  const folder = `/${shown(file)}`.replace(/[^/]*$/, "");
  const url = new URL(specifier, `file://${folder}`);
  return { target: url.pathname.slice(1).replace(/\.js$/, ".ts") };
}

/** `file: what` for everything that breaks a rule. */
function violations(
  find: (file: SourceFile, path: string) => readonly string[],
): readonly string[] {
  return files.flatMap((file) => {
    const path = shown(file);
    return find(file, path).map((what) => `${path}: ${what}`);
  });
}

describe("imports", () => {
  test("every part of the code is in the import table", () => {
    const parts = new Set(files.map((file) => partOf(shown(file))));
    parts.delete("index");
    const known = Object.keys(importTable);
    expect([...parts].filter((part) => !known.includes(part))).toEqual([]);
  });

  test("parts import only what the table allows", () => {
    const found = violations((file, path) => {
      const part = partOf(path);
      return importsOf(file).flatMap(({ target }) => {
        if (target === undefined) return [];
        const other = partOf(target);
        const allowed =
          part === "index"
            ? other !== "cli"
            : importTable[part]?.includes(other);
        return other === part || allowed === true ? [] : [target];
      });
    });
    expect(found).toEqual([]);
  });

  test("packages are imported by their owner only", () => {
    const found = violations((file, path) =>
      importsOf(file)
        .filter(({ specifier, target }) => {
          if (target !== undefined || isBuiltin(specifier)) return false;
          return packageOwners[packageOf(specifier)] !== partOf(path);
        })
        .map(({ specifier }) => specifier),
    );
    expect(found).toEqual([]);
  });

  test("the runtime imports nothing from outside", () => {
    const found = violations((file, path) =>
      partOf(path) === "runtime"
        ? importsOf(file)
            .filter(({ target }) => target?.startsWith("runtime/") !== true)
            .map(({ specifier }) => specifier)
        : [],
    );
    expect(found).toEqual([]);
  });

  test("the runtime keeps no state of its own", () => {
    const found = violations((file, path) =>
      partOf(path) === "runtime"
        ? file
            .getVariableStatements()
            .filter((one) => one.getDeclarationKind() !== "const")
            .map((one) => one.getText().slice(0, 60))
        : [],
    );
    expect(found).toEqual([]);
  });

  test("specifiers of own files end in .js", () => {
    const found = violations((file) =>
      importsOf(file)
        .map(({ specifier }) => specifier)
        .filter((one) => one.startsWith(".") && !one.endsWith(".js")),
    );
    expect(found).toEqual([]);
  });

  test("no file needs itself to load", () => {
    const graph = new Map(
      files.map((file) => [
        shown(file),
        importsOf(file).flatMap(({ target, isErased, isLazy }) =>
          target === undefined || isErased || isLazy ? [] : [target],
        ),
      ]),
    );
    expect(findCycle(graph)).toEqual([]);
  });
});

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(specifier);
}

/** The files of one import cycle, or none. */
function findCycle(
  graph: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

const writers = new Set(
  "appendFile chmod chown copyFile cp createWriteStream link mkdir mkdtemp rename rm rmdir symlink truncate unlink utimes write writeFile"
    .split(" ")
    .flatMap((name) => [name, `${name}Sync`]),
);

describe("side effects", () => {
  test("only the CLI prints or exits", () => {
    const found = violations((file, path) => {
      if (partOf(path) === "cli") return [];
      return file
        .getDescendantsOfKind(SyntaxKind.PropertyAccessExpression)
        .map((access) => access.getText())
        .filter((text) =>
          /^(?:console\.\w+|process\.(?:stdout|stderr|exit|exitCode))$/.test(
            text,
          ),
        );
    });
    expect(found).toEqual([]);
  });

  test("only output writes files", () => {
    const found = violations((file, path) => {
      if (partOf(path) === "output") return [];
      return file
        .getImportDeclarations()
        .filter((one) =>
          /^(?:node:)?fs(?:\/promises)?$/.test(one.getModuleSpecifierValue()),
        )
        .flatMap((one) => [
          ...one
            .getNamedImports()
            .map((name) => name.getName())
            .filter((name) => writers.has(name)),
          // With the whole module at hand, anything could be written.
          ...((one.getDefaultImport() ?? one.getNamespaceImport())
            ? ["the whole of fs"]
            : []),
        ]);
    });
    expect(found).toEqual([]);
  });
});

describe("shape", () => {
  test("files have at most 500 lines", () => {
    const found = violations((file) => {
      const lines = file.getEndLineNumber();
      return lines > 500 ? [`${lines} lines`] : [];
    });
    expect(found).toEqual([]);
  });

  test("functions have at most 40 lines and 3 parameters", () => {
    const found = violations((file) =>
      functionsOf(file).flatMap((node) => {
        const lines = node.getEndLineNumber() - node.getStartLineNumber() + 1;
        const parameters = node.getParameters().length;
        const name = `line ${node.getStartLineNumber()}`;
        return [
          ...(lines > 40 ? [`${name} has ${lines} lines`] : []),
          ...(parameters > 3 ? [`${name} has ${parameters} parameters`] : []),
        ];
      }),
    );
    expect(found).toEqual([]);
  });

  test("nothing is any, and nothing is asserted not to be null", () => {
    const found = violations((file) => [
      ...file
        .getDescendantsOfKind(SyntaxKind.AnyKeyword)
        .map((node) => `any in line ${node.getStartLineNumber()}`),
      ...file
        .getDescendantsOfKind(SyntaxKind.NonNullExpression)
        .map((node) => `! in line ${node.getStartLineNumber()}`),
    ]);
    expect(found).toEqual([]);
  });

  test("index files only re-export", () => {
    const found = violations((file, path) =>
      /(?:^|\/)index\.ts$/.test(path) &&
      path !== "diagnostics/catalogue/index.ts"
        ? file
            .getStatements()
            .filter((statement) => !Node.isExportDeclaration(statement))
            .map((statement) => statement.getText().slice(0, 60))
        : [],
    );
    expect(found).toEqual([]);
  });

  test("file names are in kebab case", () => {
    const found = violations((_file, path) =>
      /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/.test(
        path,
      )
        ? []
        : ["not kebab case"],
    );
    expect(found).toEqual([]);
  });
});

function functionsOf(file: SourceFile) {
  return [
    ...file.getDescendantsOfKind(SyntaxKind.FunctionDeclaration),
    ...file.getDescendantsOfKind(SyntaxKind.FunctionExpression),
    ...file.getDescendantsOfKind(SyntaxKind.ArrowFunction),
    ...file.getDescendantsOfKind(SyntaxKind.MethodDeclaration),
    ...file.getDescendantsOfKind(SyntaxKind.Constructor),
  ];
}

function isCatalogue(path: string): boolean {
  return path.startsWith("diagnostics/catalogue/");
}

describe("diagnostic codes", () => {
  const users = files.filter((file) => !isCatalogue(shown(file)));
  const literals = new Set(
    users
      .flatMap((file) => [
        ...file.getDescendantsOfKind(SyntaxKind.StringLiteral),
        ...file.getDescendantsOfKind(SyntaxKind.NoSubstitutionTemplateLiteral),
      ])
      .map((literal) => literal.getLiteralText()),
  );
  // A code may be put together, as in `link/unresolved-${kind}`; the type checker knows that each one exists.
  const patterns = users
    .flatMap((file) => file.getDescendantsOfKind(SyntaxKind.TemplateExpression))
    .filter((node) => /^[a-z]+\/[a-z-]*$/.test(node.getHead().getLiteralText()))
    .map((node) => {
      const spans = node.getTemplateSpans();
      const tails = spans.map((span) => span.getLiteral().getLiteralText());
      return new RegExp(
        `^${[node.getHead().getLiteralText(), ...tails].join("[a-z-]+")}$`,
      );
    });

  test("every code of the catalogue is used", () => {
    const unused = Object.keys(catalogue).filter(
      (code) =>
        !literals.has(code) && !patterns.some((pattern) => pattern.test(code)),
    );
    expect(unused).toEqual([]);
  });

  test("every entry has all its texts", () => {
    const incomplete = Object.entries(catalogue).filter(([, entry]) =>
      // What is bad may be that there is nothing.
      Object.entries(entry).some(
        ([key, text]) => key !== "bad" && text.trim() === "",
      ),
    );
    expect(incomplete.map(([code]) => code)).toEqual([]);
  });

  test("codes have the form phase/slug", () => {
    const codes = Object.keys(catalogue);
    expect(
      codes.filter(
        (code) => !/^[a-z]+\/[a-z0-9.]+(?:-[a-z0-9.]+)*$/.test(code),
      ),
    ).toEqual([]);
  });
});
