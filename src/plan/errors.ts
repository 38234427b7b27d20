import type { Operation } from "../model/index.js";
import type { PlanContext } from "./context.js";
import { array, flag, number, object, text } from "./expression.js";
import { safeFunctionName, safeTypeName } from "./names/identifiers.js";
import type { ErrorsPlan } from "./sdk-plan.js";
import { literal, union } from "./type-expression.js";

/** The documented error list of an operation as a typed table; codes that are all numbers become numbers. */
export function planErrors(
  operation: Operation,
  context: PlanContext,
): ErrorsPlan | undefined {
  const { errors, name } = operation;
  if (errors.length === 0) return undefined;
  const isNumeric = errors.every(({ code }) =>
    /^(0|[1-9]\d{0,14})$/.test(code),
  );
  const key = `errors:${operation.portType.key}/${name}`;
  return {
    operationName: name,
    codeTypeName: context.names.give(
      `${key}:type`,
      safeTypeName(`${name} ErrorCode`),
    ),
    tableName: context.names.give(
      `${key}:table`,
      safeFunctionName(`${name} Errors`),
    ),
    classifierName: context.names.give(
      `${key}:classifier`,
      safeFunctionName(`${name} ErrorOf`),
    ),
    codeType: union(
      errors.map(({ code }) => literal(isNumeric ? Number(code) : code)),
    ),
    table: array(
      errors.map(({ code, message, isSuffix }) =>
        object({
          code: isNumeric ? number(Number(code)) : text(code),
          message: text(message),
          isSuffix: isSuffix ? flag(true) : undefined,
        }),
      ),
    ),
  };
}
