"use client";
// A file on its way to the API. It is given up when the page is left.
import { useEffect, useRef, useState } from "react";

/** `send` POSTs a file and answers the API's JSON, throwing as upload() does; `share` is what of it has been sent, from 0 to 1. */
export function useUpload() {
  const [share, setShare] = useState(0);
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  async function send<T>(path: string, file: Blob): Promise<T> {
    setShare(0);
    leaving.current = new AbortController();
    const { signal } = leaving.current;
    const { upload } = await import("./upload");
    return upload<T>(path, file, { onProgress: setShare, signal });
  }
  return { share, send };
}
