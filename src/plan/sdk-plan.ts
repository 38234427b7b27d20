import type { Expression } from "./expression.js";
import type { HeadersPlan } from "./headers.js";
import type { DescriptorDeclaration } from "./descriptors.js";
import type { TypeDeclaration } from "./types/type-declaration.js";
import type { TypeExpression } from "./type-expression.js";

/** Everything an SDK consists of, decided: `render/` only prints it, `dynamic/` builds it in memory. */
export interface SdkPlan {
  /** Name of the service folder, for headers and messages. */
  readonly name: string;
  /** Binary values are contents that are streamed. */
  readonly streamsBinary: boolean;
  readonly types: readonly TypeModule[];
  readonly schemas: readonly SchemaModule[];
  readonly services: readonly ServicePlan[];
  readonly operations: readonly OperationPlan[];
  /** The name table of the manifest: what was named, by key. */
  readonly names: Readonly<Record<string, string>>;
}

/** One file of type declarations: all of one namespace. */
export interface TypeModule {
  /** Path without extension, relative to the SDK: `types` or `types/NAME`. */
  readonly path: string;
  readonly namespace: string;
  readonly declarations: readonly TypeDeclaration[];
}

/** One file of wire descriptors. */
export interface SchemaModule {
  readonly path: string;
  readonly namespace: string;
  readonly descriptors: readonly DescriptorDeclaration[];
}

export interface ServicePlan {
  /** `CustomersService`: the constant that describes it. */
  readonly constantName: string;
  /** `createCustomersClient`. */
  readonly createName: string;
  /** `bindCustomers`: all operations as methods. */
  readonly bindName: string;
  /** `createCustomersMock`. */
  readonly mockName: string;
  readonly name: string;
  readonly doc: readonly string[];
  readonly descriptor: Expression;
  readonly portNames: readonly string[];
  /** Whether a port has no address, so that the caller has to give one. */
  readonly needsEndpoint: boolean;
  /** Function names of the operations its ports carry. */
  readonly operations: readonly string[];
}

export interface OperationPlan {
  /** As in the input. */
  readonly name: string;
  readonly functionName: string;
  /** File name of its fixtures, without extension. */
  readonly fileName: string;
  readonly doc: readonly string[];
  readonly input: TypeExpression;
  readonly output: TypeExpression;
  readonly fault: TypeExpression;
  /** SOAP header blocks that the call takes, and those that the answer may have. */
  readonly requestHeaders?: HeadersPlan;
  readonly responseHeaders?: HeadersPlan;
  /** Declarations for messages that no schema element describes. */
  readonly declarations: readonly TypeDeclaration[];
  readonly descriptor: Expression;
  readonly faults?: FaultsPlan;
  readonly errors?: ErrorsPlan;
  readonly fixture: FixturePlan;
}

/** The union of declared faults. */
export interface FaultsPlan {
  readonly typeName: string;
  readonly doc: readonly string[];
  readonly faults: readonly {
    readonly name: string;
    readonly type: TypeExpression;
  }[];
}

/** A documented error list. */
export interface ErrorsPlan {
  readonly operationName: string;
  readonly codeTypeName: string;
  readonly tableName: string;
  readonly classifierName: string;
  readonly codeType: TypeExpression;
  readonly table: Expression;
}

export interface FixturePlan {
  /** Undefined where the operation takes nothing. */
  readonly request?: Expression;
  readonly response?: Expression;
  readonly requestHeaders?: Expression;
  readonly responseHeaders?: Expression;
  /** A documented fault. */
  readonly fault?: Expression;
}
