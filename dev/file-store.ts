// Where the local Storage keeps its files: a folder. lite knows their rows, this their bytes.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { App } from "@supabase/lite";

type StorageAdapter = NonNullable<App["_storageAdapter"]>;
type Kept = { mimetype: string; cacheControl: string; eTag: string };

/** A bucket is a folder, a file's type and caching stand beside it in a `.json`. */
export function fileStore(folder: string): StorageAdapter {
  const base = resolve(folder);
  const pathOf = (bucket: string, key: string) => {
    const path = resolve(base, bucket, key);
    if (!path.startsWith(base + sep)) throw new Error(`"${bucket}/${key}" is no name of a file.`);
    return path;
  };
  const remove = async (bucket: string, key: string) => {
    const path = pathOf(bucket, key);
    await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
  };
  const headObject: StorageAdapter["headObject"] = async (bucket, key) => {
    const path = pathOf(bucket, key);
    const [{ size, mtime }, kept] = await Promise.all([stat(path), readFile(`${path}.json`, "utf8")]);
    const metadata = JSON.parse(kept) as Kept;
    return { ...metadata, contentLength: size, size, lastModified: mtime, httpStatusCode: 200 };
  };
  return {
    driver: null,
    headObject,
    async uploadObject(bucket, key, _version, body, mimetype, cacheControl) {
      const path = pathOf(bucket, key);
      const bytes = Buffer.from(await new Response(body as BodyInit).arrayBuffer());
      const eTag = `"${createHash("md5").update(bytes).digest("hex")}"`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
      await writeFile(`${path}.json`, JSON.stringify({ mimetype, cacheControl, eTag } satisfies Kept));
      return headObject(bucket, key, undefined);
    },
    async getObject(bucket, key) {
      const [metadata, body] = await Promise.all([
        headObject(bucket, key, undefined),
        readFile(pathOf(bucket, key)),
      ]);
      return { metadata, httpStatusCode: 200, body };
    },
    deleteObject: remove,
    deleteObjects: async (bucket, keys) => {
      await Promise.all(keys.map((key) => remove(bucket, key)));
    },
    copyObject: () => Promise.reject(new Error("The local stack copies no files.")),
    privateAssetUrl: async (bucket, key) => `file://${join(base, bucket, key)}`,
  };
}
