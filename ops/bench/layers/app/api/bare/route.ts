// Next and nothing of ours.
import { answer } from "../../../answer";

export const GET = answer;
export const dynamic = "force-dynamic";
