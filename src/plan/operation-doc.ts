import type { Operation } from "../model/index.js";
import { documentationLines } from "./documentation.js";
import type { OperationHeaders } from "./headers.js";

/** What the example of a call is made of. */
export interface OperationExample {
  readonly functionName: string;
  readonly createName: string;
  /** Whether the operation takes nothing. */
  readonly isVoid: boolean;
  readonly headers: OperationHeaders;
}

/** The comment above an operation's function: what it does, what else there is to know, and a call. */
export function operationDoc(
  operation: Operation,
  example: OperationExample,
): readonly string[] {
  const { functionName, headers } = example;
  const input = example.isVoid ? "undefined" : "input";
  const parameters =
    headers.requestHeaders === undefined
      ? example.isVoid
        ? "client"
        : "client, input"
      : `client, ${input}, { soapHeaders }`;
  return documentationLines({
    documentation: operation.documentation ?? operation.name,
    remarks: operationRemarks(operation, example),
    origin: operation.origin,
    code: [
      `const client = ${example.createName}();`,
      `const result = await ${functionName}(${parameters});`,
    ],
  });
}

/** What else there is to a call than its input and its result. */
function operationRemarks(
  { bindings }: Operation,
  { functionName, headers }: OperationExample,
): readonly string[] {
  const hasAttachments = bindings.some(
    ({ request, response }) =>
      request.attachments.length + (response?.attachments.length ?? 0) > 0,
  );
  return [
    ...(headers.responseHeaders === undefined
      ? []
      : [
          `\`${functionName}.withHeaders\` also gives the header blocks of the answer.`,
        ]),
    ...(hasAttachments
      ? ["Attachments need `packaging: swa()` in the client's options."]
      : []),
  ];
}
