import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inTurn } from "./in-turn";

describe("inTurn", () => {
  it("does the work of one key in the order it was asked, one at a time", async () => {
    const seen: string[] = [];
    const work = (name: string, ms: number) => async () => {
      seen.push(`${name} begins`);
      await sleep(ms);
      seen.push(`${name} ends`);
      return name;
    };
    const answers = await Promise.all([inTurn("a", work("first", 20)), inTurn("a", work("second", 0))]);
    expect(answers).toEqual(["first", "second"]);
    expect(seen).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  });

  it("goes on after a failure, which only its own caller sees", async () => {
    const failing = inTurn("b", () => Promise.reject(new Error("no")));
    const next = inTurn("b", async () => "yes");
    await expect(failing).rejects.toThrow("no");
    await expect(next).resolves.toBe("yes");
  });

  it("lets other keys pass", async () => {
    let release = () => {};
    const held = inTurn(
      "c",
      () =>
        new Promise<void>((done) => {
          release = done;
        }),
    );
    await expect(inTurn("d", async () => "passed")).resolves.toBe("passed");
    release();
    await held;
  });
});
