// Story 1, after the honouring: the seller is heard, what was found is told, its cost placed, and the seller learns.
import { expectAccessible } from "../../support/accessible.ts";
import { people } from "../../support/people.ts";
import { claim, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test("what a claim leads to inside is led in its own file, and each sees what is theirs", async ({
  page,
  entrar,
  clientes,
  cuenta,
  investigacion,
  isAlive,
}) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.write("Promesa", price);
  await expect(cuenta.row(/89\.000,00/)).not.toContainText("Guardando…");
  await cuenta.visit(new URL(page.url()).pathname);
  await cuenta.choose("Reclamación");
  const about = cuenta.field("Reclamación", "Sobre qué");
  const promised = about.getByRole("option", { name: /89\.000/ });
  await about.selectOption((await promised.getAttribute("value")) ?? "");
  await cuenta.fill("Reclamación", claim);
  await cuenta.save("Reclamación");
  await expect(cuenta.due("Decir al cliente lo averiguado")).toHaveCount(1);
  await cuenta.visit(new URL(page.url()).pathname);
  await cuenta.due("Decir al cliente lo averiguado").getByRole("link", { name: "Abrir la investigación" }).click();
  await investigacion.arrived();
  await expect(investigacion.heading).toHaveText("Investigación interna");
  await investigacion.send("Declaración nueva", { "Con sus palabras": "Es verdad: se lo dije con el IVA incluido" });
  const said = investigacion.part("Qué dice cada parte");
  await expect(said).toContainText("se lo dije con el IVA incluido");
  await expect(investigacion.form("Concluir")).toHaveCount(0);
  const file = new URL(page.url()).pathname;

  await investigacion.leave();
  await entrar.as(people.serviceDirector);
  await investigacion.visit(file);
  if (isAlive) await expectAccessible(page, "Investigación");
  await investigacion.send("Concluir", {
    "Qué se ha averiguado": "el vendedor lo prometió",
    "Por qué se sabe": "Lo confirman los dos en la reunión",
  });
  await investigacion.send("Lo que se dijo al cliente", { "En una frase": "Tenía usted razón: el precio sigue en 89.000" });
  await expect(investigacion.part("Lo que sabe el cliente")).toContainText("el precio sigue en 89.000");

  await investigacion.leave();
  await entrar.as(people.director);
  await investigacion.visit(file);
  await expect(investigacion.part("Qué dice cada parte")).not.toContainText("se lo dije");
  await investigacion.send("Adónde va el coste", { "Importe en EUR": "14.240", "Qué centro de coste": "Ventas, tienda Mayor" });
  await investigacion.send("Indicaciones al vendedor", { "Cómo hacerlo mejor": "La promesa se apunta en el acto" });
  await expect(investigacion.page.getByText("Cerrada", { exact: true })).toBeVisible();
});
