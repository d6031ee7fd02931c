// What a choice of branch, category or group needs to know of it.
export type Named = { id: string; name: string };
