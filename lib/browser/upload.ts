// Sends a file to the API and says how far it has come, which fetch cannot.
import { ApiError, failureOf, goToSignIn } from "./api";

const TIMEOUT_MS = 90_000; // four megabytes over a slow telephone

/**
 * POSTs a file as it is; the answer's JSON.
 * @param onProgress told the share that has been sent, from 0 to 1
 * @throws ApiError as the API answered; NETWORK or TIMEOUT when it did not; AbortError when aborted
 */
export async function upload<T>(
  path: string,
  file: Blob,
  { onProgress, signal }: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<T> {
  const response = await sent(path, file, onProgress, signal);
  if (response.status === 401) goToSignIn();
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as T;
}

function sent(
  path: string,
  file: Blob,
  onProgress: ((share: number) => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const lost = (code: "NETWORK" | "TIMEOUT") => fail(new ApiError({ status: 0, code, message: code }));
    request.open("POST", path);
    request.timeout = TIMEOUT_MS;
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => done(new Response(request.response as Blob, answerOf(request)));
    request.onerror = () => lost("NETWORK");
    request.ontimeout = () => lost("TIMEOUT");
    request.onabort = () => fail(new DOMException("Aborted", "AbortError"));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.responseType = "blob";
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): ResponseInit {
  const names = ["x-request-id", "retry-after"];
  const headers = names.flatMap((name): [string, string][] => {
    const value = request.getResponseHeader(name);
    return value === null ? [] : [[name, value]];
  });
  return { status: request.status, headers };
}
