// "server-only" guards Next's bundles; a worker is nothing but server.
export {};
