import { guarded } from "../access";

export default guarded("/vendor/insights", "money");
