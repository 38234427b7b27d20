import type {
  Answer,
  CallArguments,
  Operation,
  Result,
} from "./create-operation.js";
import type { NoHeaders } from "./client-options.js";
import type { Client } from "./create-client.js";

/** An operation of one client. */
export interface BoundOperation<
  Input,
  Output,
  Fault,
  RequestHeaders = NoHeaders,
  ResponseHeaders = NoHeaders,
> {
  (
    ...call: CallArguments<Input, RequestHeaders, ResponseHeaders>
  ): Promise<Output>;
  safe(
    ...call: CallArguments<Input, RequestHeaders, ResponseHeaders>
  ): Promise<Result<Output, Fault, ResponseHeaders>>;
  withHeaders(
    ...call: CallArguments<Input, RequestHeaders, ResponseHeaders>
  ): Promise<Answer<Output, ResponseHeaders>>;
}

export type BoundOperations<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Operation<
    infer Input,
    infer Output,
    infer Fault,
    infer RequestHeaders,
    infer ResponseHeaders
  >
    ? BoundOperation<Input, Output, Fault, RequestHeaders, ResponseHeaders>
    : never;
};

interface AnyOperation {
  (client: Client, ...call: readonly unknown[]): Promise<unknown>;
  safe(client: Client, ...call: readonly unknown[]): Promise<unknown>;
  withHeaders(client: Client, ...call: readonly unknown[]): Promise<unknown>;
}

/** All operations of a table as methods. */
export function bindOperations<Table extends object>(
  client: Client,
  operations: Table,
): BoundOperations<Table> {
  const bound: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(operations)) {
    // The table's own type says what each operation takes; here only the client is filled in.
    const operation = each as AnyOperation;
    bound[name] = Object.assign(
      (...call: readonly unknown[]) => operation(client, ...call),
      {
        safe: (...call: readonly unknown[]) => operation.safe(client, ...call),
        withHeaders: (...call: readonly unknown[]) =>
          operation.withHeaders(client, ...call),
      },
    );
  }
  return bound as BoundOperations<Table>;
}
