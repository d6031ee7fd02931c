import { guarded } from "../access";

export default guarded("/vendor/reviews");
