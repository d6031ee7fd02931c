// The service worker: pushes, and what stays readable without a network. Built to /worker.js (build.ts). Its bytes differ with each
// build, which is how browsers notice a new one; it waits until a page asks it to take over.
import { offerPages } from "./pages";
import { offerPushes } from "./pushes";

offerPushes();
offerPages();
