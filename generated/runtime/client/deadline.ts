// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { isSoapError, SoapError } from "../soap-error.js";

/** One signal for the user's signal and the timeout. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** What the work gives, unless time is up before: whatever the user's functions do, the call ends. */
  race<Value>(work: Promise<Value>): Promise<Value>;
  /** The error to report for a failure, which may have come from an abort. */
  explain(cause: unknown): SoapError;
  /** Lets go of timer and listener. */
  end(): void;
}

export function startDeadline(
  timeout: number | undefined,
  signal: AbortSignal | undefined,
): Deadline {
  const controller = new AbortController();
  let hasTimedOut = false;
  const expired = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener("abort", () =>
      reject(controller.signal.reason),
    );
  });
  const abort = (): void => controller.abort(signal?.reason);
  if (signal?.aborted === true) abort();
  signal?.addEventListener("abort", abort, { once: true });
  const expire = (): void => {
    hasTimedOut = true;
    controller.abort();
  };
  // Timers take what is beyond 24 days for nothing at all.
  const isTimed = timeout !== undefined && timeout < 2 ** 31;
  const timer = isTimed ? setTimeout(expire, timeout) : undefined;
  return {
    signal: controller.signal,
    race: (work) => Promise.race([work, expired]),
    explain(cause) {
      if (isSoapError(cause)) return cause;
      if (hasTimedOut) return timedOut(timeout, cause);
      if (signal?.aborted === true) return aborted(signal.reason);
      return new SoapError(describe(cause), { kind: "network" }, { cause });
    },
    end() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    },
  };
}

function timedOut(timeout: number | undefined, cause: unknown): SoapError {
  const message = `no answer within ${timeout} ms`;
  return new SoapError(message, { kind: "timeout" }, { cause });
}

function aborted(cause: unknown): SoapError {
  return new SoapError("the call was aborted", { kind: "aborted" }, { cause });
}

/** What fetch reports is often only the cause of what it throws. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { message, cause: inner } = cause;
  return inner instanceof Error && inner.message !== ""
    ? `${message}: ${inner.message}`
    : message;
}
