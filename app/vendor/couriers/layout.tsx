import { guarded } from "../access";

export default guarded("/vendor/couriers", "branches");
