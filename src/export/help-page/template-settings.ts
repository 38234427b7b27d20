import {
  XSI_NAMESPACE,
  type Page,
  type SampleElement,
} from "../../model/index.js";

/** What a site may set in the page's template; observed, since it differs (sample grammar A1). */
export interface TemplateSettings {
  /** Complex elements at this depth and below are cut off. */
  readonly depthLimit: number;
  /** How often a repeated element is written. */
  readonly arrayCount: number;
}

const DEFAULT_DEPTH_LIMIT = 4;
const DEFAULT_ARRAY_COUNT = 2;

/** What the samples of a page show of the settings. */
export interface Observation {
  cutDepth: number | undefined;
  expandedDepth: number;
  arrayCount: number | undefined;
}

/** The settings for one page: what it shows itself; where it shows nothing, what the site's pages show, then ASP.NET's. */
export function settingsOf(
  own: Observation,
  site: readonly Observation[],
): TemplateSettings {
  const cut = own.cutDepth ?? first(site, ({ cutDepth }) => cutDepth);
  const count = own.arrayCount ?? first(site, ({ arrayCount }) => arrayCount);
  return {
    // An element that is expanded proves that the limit is below it.
    depthLimit: Math.max(cut ?? DEFAULT_DEPTH_LIMIT, own.expandedDepth + 1),
    arrayCount: count ?? DEFAULT_ARRAY_COUNT,
  };
}

function first(
  site: readonly Observation[],
  valueOf: (observation: Observation) => number | undefined,
): number | undefined {
  for (const observation of site) {
    const value = valueOf(observation);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Observes one page. In rpc messages depth is counted from the parts on, below the wrapper. */
export function observePage(page: Page, isRpc: boolean): Observation {
  const found: Observation = {
    cutDepth: undefined,
    expandedDepth: -1,
    arrayCount: undefined,
  };
  for (const { role, isEncoded, protocol, headers, body } of page.samples) {
    if (role === "fault") continue;
    const isSoap = protocol === "soap11" || protocol === "soap12";
    const start = isRpc && isSoap ? -1 : 0;
    const observer = {
      found,
      targets: isEncoded ? targetsIn(body) : noTargets,
    };
    for (const header of headers) observeElement(header, 0, observer);
    const [message, ...rest] = body;
    if (message !== undefined) observeElement(message, start, observer);
    // What follows an encoded message stands for its parts.
    if (!isEncoded)
      for (const root of rest) observeElement(root, start, observer);
  }
  return found;
}

interface Observer {
  readonly found: Observation;
  /** Encoded SOAP 1.1 moves elements out of their places; each is looked up once. */
  readonly targets: Map<string, SampleElement>;
}

const noTargets = new Map<string, SampleElement>();

function targetsIn(body: readonly SampleElement[]): Map<string, SampleElement> {
  return new Map(
    body.flatMap((element) => {
      const id = attributeOf(element, "id");
      return id === undefined ? [] : [[`#${id}`, element]];
    }),
  );
}

function attributeOf(
  { attributes }: SampleElement,
  local: string,
): string | undefined {
  return attributes.find(
    ({ name }) => name.local === local && name.namespace === "",
  )?.value;
}

function observeElement(
  element: SampleElement,
  depth: number,
  observer: Observer,
): void {
  const { found, targets } = observer;
  if (isCut(element)) {
    found.cutDepth = Math.min(found.cutDepth ?? depth, depth);
    return;
  }
  const reference = attributeOf(element, "href") ?? "";
  const target = targets.get(reference);
  targets.delete(reference);
  const { content } = target ?? element;
  const children = content.filter((node) => node.kind === "element");
  if (children.length === 0) return;
  found.expandedDepth = Math.max(found.expandedDepth, depth);
  observeRepetition(children, found);
  for (const child of children) observeElement(child, depth + 1, observer);
}

function observeRepetition(
  children: readonly SampleElement[],
  found: Observation,
): void {
  let run = 1;
  for (const [index, child] of children.entries()) {
    const isLast = children[index + 1]?.name !== child.name;
    if (!isLast) run++;
    else {
      if (run > 1) found.arrayCount ??= run;
      run = 1;
    }
  }
}

/** `xsi:nil`, or `xsi:null` in encoded SOAP 1.1. */
function isCut(element: SampleElement): boolean {
  return element.attributes.some(
    ({ name, value }) =>
      name.namespace === XSI_NAMESPACE &&
      ((name.local === "nil" && value === "true") ||
        (name.local === "null" && value === "1")),
  );
}
