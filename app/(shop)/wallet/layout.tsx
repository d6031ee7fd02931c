export { AllWords as default } from "../all-words";
