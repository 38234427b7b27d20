import type {
  HttpHead,
  Model,
  Operation,
  Page,
  Protocol,
  Sample,
} from "../../model/index.js";
import { filesWithExamples } from "./files-with-examples.js";
import { findOperation } from "./find-operation.js";
import { renderSample, type RenderedSample } from "./render-sample.js";
import { shownSample } from "./shown-sample.js";
import {
  observePage,
  settingsOf,
  type Observation,
  type TemplateSettings,
} from "./template-settings.js";

/** How one page compares with what the model makes of it. */
export interface PageProof {
  readonly page: Page;
  /** Name of the operation, as the page or else the model has it. */
  readonly operation: string;
  readonly samples: number;
  readonly differences: readonly SampleDifference[];
  /** Values stand where the generator puts placeholders: an author's work, which nothing can make again. */
  readonly isFilledIn: boolean;
}

/** A message that the model does not reproduce. */
export interface SampleDifference {
  /** `SOAP 1.1 request` */
  readonly title: string;
  readonly span: Sample["span"];
  readonly shown: string;
  readonly rendered: string;
  /** Only blanks, line ends and what stands around head lines differ: the capture lost the layout of the page. */
  readonly isLayout: boolean;
}

const NO_HEAD: Partial<HttpHead> = {};

const protocolTitles = {
  soap11: "SOAP 1.1",
  soap12: "SOAP 1.2",
  "http-get": "HTTP GET",
  "http-post": "HTTP POST",
} as const;

/** Renders the messages of all ASP.NET help pages from the model again and compares (the proof that nothing was lost). */
export function verifyPages(
  model: Model,
  pages: readonly Page[],
): readonly PageProof[] {
  const helpPages = pages.filter(
    ({ style, samples }) => style === "asmx" && samples.length > 0,
  );
  const filledIn = filesWithExamples(model);
  const observed = helpPages.map((page) => observe(model, page));
  const site = observed.map(({ observation }) => observation);
  return observed.map(({ page, operation, observation }) => {
    const settings = settingsOf(observation, site);
    const samples = page.samples.filter(({ role }) => role !== "fault");
    const differences = samples.flatMap((sample) =>
      compare(page, sample, render(model, sample, { operation, settings })),
    );
    return {
      page,
      operation: page.operation?.text ?? operation?.name ?? "",
      samples: samples.length,
      differences,
      isFilledIn: filledIn.has(page.source.path),
    };
  });
}

interface ObservedPage {
  readonly page: Page;
  readonly operation: Operation | undefined;
  readonly observation: Observation;
}

function observe(model: Model, page: Page): ObservedPage {
  const operation = findOperation(model, page);
  const isRpc =
    operation?.bindings.some(({ request }) => request.body.kind === "rpc") ??
    false;
  return { page, operation, observation: observePage(page, isRpc) };
}

interface RenderTarget {
  readonly operation: Operation | undefined;
  readonly settings: TemplateSettings;
}

function render(
  model: Model,
  { protocol, role, head }: Sample,
  { operation, settings }: RenderTarget,
): RenderedSample | undefined {
  const carrier = operation && carrierOf(model, operation, protocol);
  return carrier === undefined || role === "fault"
    ? undefined
    : renderSample(model, {
        operation: carrier,
        protocol,
        role,
        settings,
        shown: head,
      });
}

/** HTTP bindings whose parameters fit no SOAP operation stay operations of their own. */
function carrierOf(
  model: Model,
  operation: Operation,
  protocol: Protocol,
): Operation | undefined {
  const carries = ({ bindings }: Operation): boolean =>
    bindings.some((binding) => binding.protocol === protocol);
  if (carries(operation)) return operation;
  return model.operations.find(
    (each) => each.name === operation.name && carries(each),
  );
}

function compare(
  page: Page,
  sample: Sample,
  rendered: RenderedSample | undefined,
): readonly SampleDifference[] {
  const expected = shownSample(page, sample);
  const shown = textOf(expected);
  // A capture may lack the head; what is not shown cannot be compared.
  const hasHead = expected.head.length > 0;
  const made =
    rendered === undefined
      ? ""
      : textOf(hasHead ? rendered : { ...rendered, head: [] });
  if (shown === made) return [];
  return [
    {
      title: `${protocolTitles[sample.protocol]} ${sample.role}`,
      span: sample.span,
      shown,
      rendered: made,
      isLayout:
        rendered !== undefined &&
        withoutLayout(expected.body) === withoutLayout(rendered.body) &&
        statesHead(rendered.head, sample.head),
    },
  ];
}

function textOf({ head, body }: RenderedSample): string {
  return [...head, ...(body === "" ? [] : ["", body])].join("\n");
}

/** Whether the lines say all that was read of a head, however damaged that was. */
function statesHead(
  lines: readonly string[],
  { method, target, host, soapAction, status }: Partial<HttpHead> = NO_HEAD,
): boolean {
  const [start = ""] = lines;
  return (
    (method === undefined || start.startsWith(`${method} ${target ?? ""}`)) &&
    (status === undefined || start.startsWith(`HTTP/1.1 ${String(status)} `)) &&
    (host === undefined || lines.includes(`Host: ${host}`)) &&
    (soapAction === undefined || lines.includes(`SOAPAction: "${soapAction}"`))
  );
}

function withoutLayout(text: string): string {
  return text.replace(/\s+/g, " ").replace(/> /g, ">").replace(/ </g, "<");
}
