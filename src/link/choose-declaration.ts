import type {
  BindingOperationDeclaration,
  PortType,
  PortTypeOperation,
} from "../model/index.js";

/**
 * Which of a binding's operations of one name is meant. Overloads are told apart by the names of input and output (WSDL
 * 1.1 §2.5), which have defaults (§2.4.5); where these are the same, too, both are taken in order.
 */
export function chooseDeclaration(
  candidates: readonly BindingOperationDeclaration[],
  operation: PortTypeOperation,
  { operations }: PortType,
): BindingOperationDeclaration | undefined {
  if (candidates.length < 2) return candidates[0];
  const overloads = operations.filter(({ name }) => name === operation.name);
  for (const isSame of [haveSameNames, haveSameInput, () => true]) {
    const wanted = namesOfOperation(operation);
    const like = candidates.filter((each) =>
      isSame(namesOfDeclaration(each), wanted),
    );
    if (like.length === 0) continue;
    const rivals = overloads.filter((each) =>
      isSame(namesOfOperation(each), wanted),
    );
    return like[rivals.indexOf(operation)] ?? like[0];
  }
  return undefined;
}

interface MessageNames {
  readonly input: string;
  readonly output: string;
}

function namesOfOperation({
  name,
  kind,
  input,
  output,
}: PortTypeOperation): MessageNames {
  return {
    input: input?.name ?? (kind === "one-way" ? name : `${name}Request`),
    output: output?.name ?? `${name}Response`,
  };
}

function namesOfDeclaration({
  name,
  output,
  inputName = output === undefined ? name : `${name}Request`,
  outputName = `${name}Response`,
}: BindingOperationDeclaration): MessageNames {
  return { input: inputName, output: outputName };
}

function haveSameInput(one: MessageNames, other: MessageNames): boolean {
  return one.input === other.input;
}

function haveSameNames(one: MessageNames, other: MessageNames): boolean {
  return haveSameInput(one, other) && one.output === other.output;
}
