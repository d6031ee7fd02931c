// Whether confirming an order here also prints its ticket: a choice of the device that has the printer.

const PLACE = "vendor-auto-print";

export function printsOnConfirm(): boolean {
  return localStorage.getItem(PLACE) === "on";
}

export function setPrintsOnConfirm(on: boolean): void {
  localStorage.setItem(PLACE, on ? "on" : "off");
}
