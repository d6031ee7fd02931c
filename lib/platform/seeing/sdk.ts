// The part of Sentry's SDK that is used, chosen where a bundler sees it: asked for by name once it is loaded, the whole of it would come along.
export { captureException, init } from "@sentry/nextjs";
