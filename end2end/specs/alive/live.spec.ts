// What a colleague saves appears without a reload.
import { Cuenta } from "../../pages/cuenta.ts";
import { Entrar } from "../../pages/entrar.ts";
import { people } from "../../support/people.ts";
import { price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test("two people on one account see what the other saves", async ({ page, entrar, clientes, cuenta, colleague }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();

  const other = await colleague();
  await new Entrar(other, true).as(people.director);
  const theirs = new Cuenta(other, true);
  await theirs.visit(new URL(page.url()).pathname);

  await cuenta.write("Promesa", price);
  await expect(theirs.row(/prometió .*89\.000,00/)).toHaveCount(1);
  await expect(theirs.due("Comparar con la factura")).toHaveCount(1);

  await theirs.write("Nota", { "Qué conviene saber": "La vi en la tienda" });
  await expect(cuenta.row("La vi en la tienda")).toHaveCount(1);
  await expect(theirs.row("La vi en la tienda")).toHaveCount(1);
});
