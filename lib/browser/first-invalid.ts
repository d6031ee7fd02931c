// After a form was refused: where the person should be.

/** Focuses the form's first field that is marked as wrong, once the marks are drawn. */
export function focusFirstInvalid(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
