/** The request header in which middleware.ts, overwriting what a caller sends, leaves the address's limit for the route: "limit remaining reset". */
export const EDGE_VERDICT = "x-kapgel-limit";
/** The header of an answer that middleware.ts gave itself, with the code of the refusal: how the server knows what it may count. */
export const EDGE_REFUSAL = "X-Edge-Refusal";
