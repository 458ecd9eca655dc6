// A picture or a document on an account: taken by what is in it, opened from its line, and refused with its reason.
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

/** One red point. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const html = Buffer.from("<!DOCTYPE html><script>alert(1)</script>");

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.choose("Foto o PDF");
});

test("a picture leads to its new line, and is opened from there", async ({ page, cuenta }) => {
  await cuenta.fill("Foto o PDF", { "Qué se ve": "La silla rota" });
  await cuenta.attach({ name: "foto.jpg", mimeType: "image/jpeg", buffer: picture });
  await expect(page).toHaveURL(/\/clientes\/[0-9a-f-]{36}#row-[0-9a-f-]{36}-0$/);
  await cuenta.arrived();
  const row = cuenta.row("adjuntaste una foto");
  await expect(row).toContainText("La silla rota");
  const href = await row.getByRole("link", { name: "Abrir: La silla rota" }).getAttribute("href");
  const file = await page.request.get(href ?? "");
  expect(file.status()).toBe(200);
  expect(file.headers()["content-type"]).toBe("image/png");
  expect(file.headers()["content-security-policy"]).toContain("sandbox");
});

test("a page that calls itself a document is refused, and what was typed stays", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  await cuenta.fill("Foto o PDF", { "Qué se ve": "La factura <12>" });
  const posted = page.waitForResponse((answer) => answer.request().method() === "POST");
  await cuenta.attach({ name: "factura.pdf", mimeType: "application/pdf", buffer: html });
  expect((await posted).status()).toBe(422);
  await cuenta.arrived();
  expect(await cuenta.why("Foto o PDF", "Archivo")).toContain("no es una foto ni un PDF");
  await expect(cuenta.field("Foto o PDF", "Qué se ve")).toHaveValue("La factura <12>");
  await cuenta.attach({ name: "foto.png", mimeType: "image/png", buffer: picture });
  await cuenta.arrived();
  await expect(cuenta.row("adjuntaste una foto")).toContainText("La factura <12>");
});

test("the page of a refused file keeps its other forms", async ({ page, cuenta, complaints }) => {
  complaints.expect(/status of 422/);
  await cuenta.attach({ name: "factura.pdf", mimeType: "application/pdf", buffer: html });
  await cuenta.arrived();
  await cuenta.write("Nota", { "Qué conviene saber": "Manda la factura otra vez" });
  await expect(cuenta.row("Manda la factura otra vez")).toHaveCount(1);
  await expect(page).toHaveURL(/\/clientes\/[0-9a-f-]{36}/);
});
