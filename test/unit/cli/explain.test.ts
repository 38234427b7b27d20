import { expect, it } from "vitest";
import { catalogue } from "../../../src/index.js";
import { run } from "../../wsdl/command-line.js";

it.each(Object.entries(catalogue))(
  "explain %s is a page of its own: what it says, why, what to do, wrong and right",
  async (code, entry) => {
    const { exitCode, out, err } = await run(".", ["explain", code]);
    expect([exitCode, err]).toEqual([0, ""]);
    const { title, severity, message, cause, fix, bad, good } = entry;
    expect(out.split("\n")[0]).toBe(`${code}: ${title} (${severity})`);
    const flat = out.replace(/\n +/g, "\n");
    for (const text of [message, cause, fix, bad, good]) {
      expect(text.trim()).not.toBe("");
      expect(flat).toContain(text.replace(/\n +/g, "\n"));
    }
  },
);
