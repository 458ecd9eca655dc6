// Letters to customers, in a house without a mail server: they wait in sight, and the page says what to do.
import { people } from "../../support/people.ts";
import { claim } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test("a claim of a customer with an address is a letter that waits, and leads to its cause", async ({
  page,
  entrar,
  clientes,
  cuenta,
  correo,
}) => {
  await entrar.as(people.director);
  await clientes.open();
  await clientes.create("Doña Clara Núñez", { Correo: "clara@ejemplo.es" });
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.write("Reclamación", { ...claim, Quién: "Doña Clara Núñez" });
  await expect(cuenta.row(/recogiste la reclamación/)).not.toContainText("Guardando…");
  await cuenta.navigation.getByRole("link", { name: "Correo" }).click();
  await expect(correo.heading).toHaveText("Correo a clientes");
  await expect(correo.noServer).toContainText("PALABRA_SMTP_URL");
  await expect(correo.of("Doña Clara Núñez")).toHaveCount(1);
  await correo.choose("Enviados");
  await expect(correo.of("Doña Clara Núñez")).toHaveCount(0);
  await correo.choose("En espera");
  await correo.of("Doña Clara Núñez").getByRole("link", { name: "Recibo de la reclamación" }).click();
  await expect(cuenta.row(/recogiste la reclamación/)).toHaveCount(1);
});

test("whoever sells has no way there", async ({ page, entrar, clientes, complaints }) => {
  complaints.expect(/status of 403/);
  await entrar.as(people.seller);
  await clientes.open();
  await expect(clientes.navigation.getByRole("link", { name: "Correo" })).toHaveCount(0);
  const answer = await page.goto("/correo");
  expect(answer?.status()).toBe(403);
});
