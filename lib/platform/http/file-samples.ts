// For tests: the smallest files that are whole. Pictures of 16 × 12 pixels and a document of one empty page.

const bytes = (base64: string) => Buffer.from(base64, "base64");

export const WEBP = bytes(
  "UklGRjYAAABXRUJQVlA4ICoAAACQAQCdASoQAAwAA4BaJaACdLoAA5gA/txR/9imvHOLf/kp/Xd5RcvAAAA=",
);
export const LOSSLESS_WEBP = bytes("UklGRh4AAABXRUJQVlA4TBEAAAAvD8ACAAdQpGb3of+BiOh/AAA=");
export const PNG = bytes(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGElEQVQokWO46cFPEmIY1eAxGko3sYUBAIEm5AGzW3qAAAAAAElFTkSuQmCC",
);
export const JPEG = bytes(
  `/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8
  fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAMABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA
  /8QAFAEBAAAAAAAAAAAAAAAAAAAABf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJwBZ1//2Q==`,
);
export const PDF = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
  "latin1",
);
