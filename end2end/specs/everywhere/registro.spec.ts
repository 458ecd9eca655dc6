// A word that was not recorded: it counts in the record of who gave it once a finding confirmed it, and not before; who
// looked stands on the file, its evidence is for those who see all of it, and a cost that comes each month adds up.
import { expectAccessible } from "../../support/accessible.ts";
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

/** One red point. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

test("what was found stands in the record of who promised it, for them and for whoever directs them", async ({
  page,
  entrar,
  clientes,
  cuenta,
  investigacion,
  investigaciones,
  registro,
  isAlive,
}) => {
  test.setTimeout(120_000);
  await entrar.as(people.seller);
  await clientes.open();
  await registro.mine();
  await expect(registro.heading).toHaveText("Mi registro");
  const before = await registro.count("Sin apuntar");
  if (isAlive) await expectAccessible(page, "Registro");
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.choose("Reclamación");
  await cuenta.form("Reclamación").getByText("Si no estaba apuntado: qué se le prometió").click();
  await cuenta.fill("Reclamación", {
    "Sobre qué": "Algo que no está apuntado: se le cree",
    "Qué dice": "Me prometieron un 30 % y no está en la factura",
    "Qué se le prometió": "Un descuento",
    "Descuento, %": "30",
    "Quién lo prometió": people.seller,
  });
  await cuenta.save("Reclamación");
  await expect(cuenta.due("Decir al cliente lo averiguado")).toHaveCount(1);
  await registro.mine();
  expect(await registro.count("Sin apuntar"), "a claim alone holds nothing against anybody").toBe(before);
  await investigaciones.open();
  await expect(investigaciones.line("Doña Clara Núñez")).toContainText("Falta tu declaración");

  await investigaciones.leave();
  await entrar.as(people.serviceDirector);
  await investigaciones.open();
  if (isAlive) await expectAccessible(page, "Investigaciones");
  await investigaciones.line("Doña Clara Núñez").click();
  await investigacion.arrived();
  await expect(investigacion.heading).toHaveText("Investigación interna");
  const file = new URL(page.url()).pathname;
  await investigacion.visit(file);
  await expect(investigacion.part("Quién ha mirado")).toContainText(people.serviceDirector);
  await investigacion.prove({ name: "oferta.png", mimeType: "image/png", buffer: picture }, "La oferta impresa");
  const piece = investigacion.part("Pruebas").getByRole("link", { name: "La oferta impresa" });
  const evidence = (await piece.getAttribute("href")) ?? "";
  expect((await page.request.get(evidence)).headers()["content-type"]).toBe("image/png");
  await investigacion.send("Concluir", {
    "Qué se ha averiguado": "el vendedor lo prometió",
    "Por qué se sabe": "La oferta impresa dice 30 %",
  });
  await investigaciones.open();
  await expect(investigaciones.line("Doña Clara Núñez")).toContainText("En silencio desde");

  await investigaciones.leave();
  await entrar.as(people.director);
  await investigacion.visit(file);
  expect((await page.request.get(evidence)).status(), "nobody else fetches it").toBe(403);
  await investigacion.send("Adónde va el coste", {
    "Importe en EUR": "18,69",
    "Vuelve cada mes mientras dure la promesa": "sí",
    "Qué centro de coste": "Ventas",
  });
  await expect(investigacion.part("Coste")).toContainText("Va 1 mes: 18,69");
  await registro.of(people.seller);
  await expect(registro.heading).toHaveText(people.seller);
  expect(await registro.count("Sin apuntar")).toBe(before + 1);
  await registro.look("Sin apuntar");
  await expect(registro.line("Doña Clara Núñez")).toContainText("30");
});

test("nobody else has a way there", async ({ page, entrar, clientes, registro, complaints }) => {
  complaints.expect(/status of 403/);
  await entrar.as(people.seller);
  await clientes.open();
  await registro.mine();
  const record = new URL(page.url()).pathname;
  await registro.leave();
  await entrar.as(people.serviceDirector);
  const answer = await page.goto(record);
  expect(answer?.status()).toBe(403);
  await expect(registro.page.getByRole("note")).toContainText("Lo ven esa persona y quien la dirige");
});
