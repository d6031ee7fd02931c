import { expect, it, vi } from "vitest";
import { onWish, wish, wishOf } from "./favourite-wishes.ts";

function server() {
  const calls: string[] = [];
  const answers: ((response: Response) => void)[] = [];
  vi.stubGlobal("fetch", (path: string, { method }: { method: string }) => {
    calls.push(`${method} ${path}`);
    return new Promise<Response>((answer) => answers.push(answer));
  });
  const answer = async (status = 204) => {
    answers.shift()?.(new Response(status === 204 ? null : "{}", { status }));
    await new Promise((done) => setTimeout(done));
  };
  return { calls, answer };
}

it("shows a tap at once, and of many keeps the last by as few requests as can be", async () => {
  const { calls, answer } = server();
  let told = 0;
  const stop = onWish(() => told++);
  const first = wish("a", false, true);
  expect(wishOf("a")).toBe(true);
  void wish("a", false, false);
  void wish("a", false, true);
  void wish("a", false, false);
  expect(wishOf("a")).toBe(false);
  await answer();
  await answer();
  await first;
  expect(calls).toEqual(["PUT /api/favourites/a", "DELETE /api/favourites/a"]);
  expect(told).toBe(4);
  stop();
});

it("asks nothing more when the taps end where they began", async () => {
  const { calls, answer } = server();
  const first = wish("b", false, true);
  void wish("b", false, false);
  void wish("b", false, true);
  await answer();
  await first;
  expect(calls).toEqual(["PUT /api/favourites/b"]);
});

it("takes back what could not be kept", async () => {
  const { answer } = server();
  const refused = wish("c", true, false);
  expect(wishOf("c")).toBe(false);
  const ends = expect(refused).rejects.toThrow();
  await answer(503);
  await ends;
  expect(wishOf("c")).toBe(true);
});
