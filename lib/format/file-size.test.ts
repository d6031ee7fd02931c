import { expect, it } from "vitest";
import { formatFileSize } from "./file-size";

it("says kilobytes and megabytes as the reader writes numbers", () => {
  expect(formatFileSize(12, "tr")).toBe("1 kB");
  expect(formatFileSize(122_880, "en")).toBe("120 kB");
  expect(formatFileSize(1_468_006, "tr")).toBe("1,4 MB");
  expect(formatFileSize(4 * 1024 * 1024, "en")).toBe("4 MB");
});
