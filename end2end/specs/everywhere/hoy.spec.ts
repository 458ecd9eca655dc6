// What I owe, whoever it is to: one list, the earliest first.
import { people } from "../../support/people.ts";
import { claim, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test("what is promised stands in the list of who owes it, and leads to where it is done", async ({
  page,
  entrar,
  clientes,
  cuenta,
  hoy,
}) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.write("Promesa", price);
  await expect(cuenta.row(/89\.000,00/)).not.toContainText("Guardando…");
  await cuenta.write("Reclamación", claim);
  await expect(cuenta.due("Contestar la reclamación")).toHaveCount(1);
  await hoy.open();
  await expect(hoy.heading).toHaveText("Lo que debo");
  const line = await hoy.readOnTo(/Doña Clara Núñez.*Contestar la reclamación · Reclamación: promesa incumplida/);
  await expect(await hoy.why(line)).toContainText(/LGDCU-21\.3|SAC-17\.1|PAL-answer/);
  await line.click();
  await cuenta.arrived();
  await expect(cuenta.heading).toHaveText("Doña Clara Núñez");
  await expect(cuenta.due("Contestar la reclamación")).toHaveCount(1);
});
