import { renderSample } from "../../src/export/help-page/render-sample.js";
import type { TemplateSettings } from "../../src/export/help-page/template-settings.js";
import type { Model, Operation, Protocol } from "../../src/model/index.js";

const titles: readonly (readonly [Protocol, string])[] = [
  ["soap11", "SOAP 1.1"],
  ["soap12", "SOAP 1.2"],
  ["http-get", "HTTP GET"],
  ["http-post", "HTTP POST"],
];

const usual: TemplateSettings = { depthLimit: 4, arrayCount: 2 };

/** The help pages that ASP.NET would show for the services of a model, as captured text, by operation name. */
export function helpPages(
  model: Model,
  settings: TemplateSettings = usual,
): ReadonlyMap<string, string> {
  return new Map(
    model.operations
      .filter(({ bindings }) => bindings.length > 0)
      .map((operation) => [
        operation.name,
        helpPage(model, operation, settings),
      ]),
  );
}

function helpPage(
  model: Model,
  operation: Operation,
  settings: TemplateSettings,
): string {
  const sections = titles.flatMap(([protocol, title]) => {
    const [request, response] = (["request", "response"] as const).map((role) =>
      renderSample(model, { operation, protocol, role, settings }),
    );
    if (request === undefined || response === undefined) return [];
    const messages = [request, response].map(({ head, body }) =>
      [...head, ...(body === "" ? [] : ["", body])].join("\n"),
    );
    return [
      title,
      `The following is a sample ${title} request and response. The placeholders shown need to be replaced with actual values.`,
      ...messages,
    ];
  });
  const service = model.services[0]?.name.local ?? "Service";
  return [
    service,
    "Click here for a complete list of operations.",
    operation.name,
    "Test\n The test form is only available for requests from the local machine.",
    ...sections,
    "",
  ].join("\n\n");
}
