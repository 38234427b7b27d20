import type {
  Model,
  Operation,
  Page,
  UnknownMember,
} from "../../model/index.js";
import type { ShowingPage } from "./gap.js";

/** More pages than this are no help. */
const maxPages = 5;

/**
 * Pages that were not read and would show a cut-off member. Help pages cut at a fixed depth (sample grammar A4, rule
 * 10), so a page shows more of a type the nearer it stands to the top: the HTTP sections of the same page show one
 * level more (A6), and operations named after the type or the member take or give it directly.
 */
export function findShowingPages(
  { path, name, origin }: UnknownMember,
  model: Model,
  pages: readonly Page[],
): readonly ShowingPage[] {
  const read = pages.find(({ source }) => source.path === origin.span.file);
  const here = model.operations.find(
    (operation) => operation.name === read?.operation?.text,
  );
  const address = pageAddress(model);
  const own = here === undefined ? [] : httpSections(here, address);
  const wanted = new Set(
    [...path.split("/"), name].flatMap((part) => words(part)),
  );
  const listed = unreadOperations(model, pages)
    .map((operation) => ({ operation, score: likeness(operation, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((first, second) => second.score - first.score)
    .map(({ operation }) => ({
      operation,
      ...addressOf(operation, address),
      reason: "the list of operations has it, and its name is about the type",
    }));
  return [...own, ...listed].slice(0, maxPages);
}

/** The root of an HTTP response is the result type itself: one level more than in SOAP. */
function httpSections(
  { name, bindings }: Operation,
  address: string | undefined,
): readonly ShowingPage[] {
  const hasHttp = bindings.some(
    ({ protocol }) => protocol === "http-get" || protocol === "http-post",
  );
  if (hasHttp) return [];
  return [
    {
      operation: name,
      ...addressOf(name, address),
      reason:
        "its HTTP GET and POST sections, if the server shows them, go one level deeper",
    },
  ];
}

/** Operations that a list page names and no page that was read shows. */
function unreadOperations(
  { operations }: Model,
  pages: readonly Page[],
): readonly string[] {
  const known = new Set(operations.map(({ name }) => name));
  const listed = pages.flatMap(({ samples, operation }) =>
    samples.length === 0 && operation !== undefined ? [operation.text] : [],
  );
  return [...new Set(listed)].filter((name) => !known.has(name));
}

/** How many words of an operation's name the path has too. */
function likeness(operation: string, wanted: ReadonlySet<string>): number {
  return words(operation).filter((word) => wanted.has(word)).length;
}

/** `GetInvoicesByUser` → invoice, user; words without a meaning of their own do not count. */
function words(name: string): readonly string[] {
  const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? [];
  return parts
    .map((part) => part.toLowerCase().replace(/(?:ies|y)$/, "i"))
    .map((part) => part.replace(/s$/, ""))
    .filter((part) => part.length > 2 && !empty.has(part));
}

const empty: ReadonlySet<string> = new Set(
  "get set add all array list result response request info data type value soap delete update create find the for and with".split(
    " ",
  ),
);

/** The address of the help page, which is that of the service. */
function pageAddress({ services }: Model): string | undefined {
  const ports = services.flatMap((service) => service.ports);
  const address = ports.find((port) => port.address !== undefined)?.address;
  return address !== undefined && /\.asmx$/i.test(address)
    ? address
    : undefined;
}

function addressOf(
  operation: string,
  address: string | undefined,
): { readonly address?: string } {
  return address === undefined
    ? {}
    : { address: `${address}?op=${encodeURIComponent(operation)}` };
}
