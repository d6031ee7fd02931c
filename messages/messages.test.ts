import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Tree = { [key: string]: string | Tree };

const read = (locale: string, file: string): Tree =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, import.meta.url), "utf8"));

/** Every message of a tree as [path, text]. */
function flatten(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

/** The ICU arguments of a message with their kinds, plural branches included: "count:plural". */
function icuArguments(text: string): string[] {
  const found = new Set<string>();
  function argument(start: number): number {
    const head = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?/.exec(text.slice(start));
    if (!head) throw new Error(`not an ICU argument: ${text.slice(start, start + 20)}`);
    found.add(head[2] ? `${head[1]}:${head[2]}` : `${head[1]}`);
    let at = start + head[0].length;
    while (text[at] !== "}") {
      if (at >= text.length) throw new Error(`unclosed brace: ${text}`);
      at = text[at] === "{" ? branch(at) : at + 1;
    }
    return at + 1;
  }
  function branch(start: number): number {
    let at = start + 1;
    while (text[at] !== "}") {
      if (at >= text.length) throw new Error(`unclosed brace: ${text}`);
      at = text[at] === "{" ? argument(at) : at + 1;
    }
    return at + 1;
  }
  for (let at = 0; at < text.length; ) at = text[at] === "{" ? argument(at) : at + 1;
  return [...found].sort();
}

const folder = (locale: string) => readdirSync(new URL(`${locale}/`, import.meta.url)).sort();

it("both languages have the same namespaces", () => {
  expect(folder("en")).toEqual(folder("tr"));
});

describe.each(folder("tr"))("%s", (file) => {
  const turkish = new Map(flatten(read("tr", file)));
  const english = new Map(flatten(read("en", file)));

  it("has the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...turkish.keys()].sort());
  });
  it("has the same ICU arguments in both languages", () => {
    for (const [key, text] of turkish) {
      expect({ key, args: icuArguments(english.get(key) ?? "") }).toEqual({ key, args: icuArguments(text) });
    }
  });
  it("has no empty message", () => {
    expect([...turkish, ...english].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});
