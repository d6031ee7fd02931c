/** The request header in which middleware.ts, overwriting what a caller sends, leaves the address's limit for the route: "limit remaining reset". */
export const EDGE_VERDICT = "x-kapgel-limit";
