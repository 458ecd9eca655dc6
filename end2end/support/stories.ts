// What the specs write, in the words of the stories.
import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Typed } from "../pages/cuenta.ts";
import type { House } from "./house.ts";

/** Story 1: the price, as it was said at the counter. */
export const price: Typed = {
  "Qué se promete": "Un precio",
  "Importe en EUR": "89.000",
  "El IVA": "Incluido",
  "Tipo de IVA, %": "16",
  "Cada cuánto": "Al mes",
  "Vale para cada factura, no una sola vez": "sí",
  "Con sus palabras": "Banda ancha, 89.000 al mes con el IVA incluido",
};

/** Story 1: the invoice that says something else. */
export const claim: Typed = {
  "Qué dice": "Me dijeron 89.000 con el IVA incluido y la factura dice 103.240",
  "Qué importe dice la factura": "103.240",
};

/** Story 1: an invoice that says what was promised. */
export const invoice: Typed = {
  "Número de la factura": "F-12",
  "Importe en EUR": "89.000",
  "El IVA": "Incluido",
};

/** A day so many from now, as a date input takes it. */
export function inDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Posts one form to the account that the page shows, as its own forms do, and gives back the answer's status. */
export async function post(page: Page, house: House, fields: Record<string, string>): Promise<number> {
  const form = { id: newId(), seed: randomBytes(32).toString("hex"), ...fields };
  const headers = { Accept: "application/json", Origin: house.url };
  const answer = await page.request.post(new URL(page.url()).pathname, { form, headers });
  return answer.status();
}

/** Enough rows for a second page. */
export async function writeNotes(page: Page, house: House, many: number): Promise<void> {
  for (let n = 1; n <= many; n += 1) {
    expect(await post(page, house, { kind: "note", note: `Nota número ${n}.` })).toBe(200);
  }
}

/** A UUID of version 7. */
function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
