// The stories of claims, whole, from the door to the end: a price that nobody wrote down, a point that is denied, and a
// customer who was wrong.
import type { Page } from "@playwright/test";
import type { Cuenta } from "../../pages/cuenta.ts";
import type { Entrar } from "../../pages/entrar.ts";
import type { Investigacion } from "../../pages/investigacion.ts";
import { people } from "../../support/people.ts";
import { claim } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

const clara = "Doña Clara Núñez";

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create(clara, { Correo: "clara@ejemplo.es" });
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
});

/** Opens the file of the one investigation there is; its path. */
async function opened(page: Page, cuenta: Cuenta, investigacion: Investigacion): Promise<string> {
  await cuenta.visit(new URL(page.url()).pathname);
  await cuenta.due("Decir al cliente lo averiguado").getByRole("link", { name: "Abrir la investigación" }).click();
  await investigacion.arrived();
  return new URL(page.url()).pathname;
}

/** Another person comes to that page. */
async function comes(entrar: Entrar, investigacion: Investigacion, who: string, path: string): Promise<void> {
  await investigacion.leave();
  await entrar.as(who);
  await investigacion.visit(path);
}

test("story 1, not recorded: it is honoured all the same, and the seller learns after the finding", async ({
  page,
  entrar,
  cuenta,
  hecho,
  investigacion,
}) => {
  await cuenta.choose("Reclamación");
  await cuenta.form("Reclamación").getByText("Si no estaba apuntado: qué se le prometió").click();
  await cuenta.fill("Reclamación", {
    ...claim,
    "Sobre qué": "Algo que no está apuntado: se le cree",
    Quién: clara,
    "Qué se le prometió": "Un precio",
    "Importe en EUR": "89.000",
    "El IVA": "Incluido",
    "Tipo de IVA, %": "16",
    "Quién lo prometió": people.seller,
  });
  await cuenta.save("Reclamación");
  await expect(hecho.toSay).toContainText("usted paga 89.000,00");
  await expect(hecho.toSay).toContainText("14.240,00 € quedan en suspenso");
  const pdf = await page.request.get((await hecho.pdf.getAttribute("href")) ?? "");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const file = await opened(page, cuenta, investigacion);

  await comes(entrar, investigacion, people.serviceDirector, file);
  await investigacion.send("Concluir", {
    "Qué se ha averiguado": "el vendedor lo prometió",
    "Por qué se sabe": "Lo confirma quien atendía el mostrador",
  });
  await investigacion.send("Lo que se dijo al cliente", { "En una frase": "Tenía usted razón" });
  await comes(entrar, investigacion, people.director, file);
  await investigacion.send("Adónde va el coste", { "Importe en EUR": "14.240", "Qué centro de coste": "Ventas" });
  await investigacion.send("Indicaciones al vendedor", { "Cómo hacerlo mejor": "Lo prometido se apunta en el acto" });
  await expect(page.getByText("Cerrada", { exact: true })).toBeVisible();
});

test("story 5, the first half: one point is honoured, the other denied with reasons and a way on", async ({ page, cuenta }) => {
  await cuenta.write("Reclamación", {
    "Sobre qué": "Algo que no está apuntado: se le cree",
    Quién: clara,
    "Qué dice": "Prometieron soporte en cuatro horas y tardaron dos días",
    "Otro punto": "Quiero un mes de cuota por los días perdidos",
  });
  await expect(cuenta.row(/respaldaste la promesa/)).toHaveCount(1);
  const answer = "Contestar la reclamación";
  const form = await cuenta.step(answer, "Contestar");
  const [kept, fee] = [form.getByRole("group").nth(0), form.getByRole("group").nth(1)];
  await kept.getByLabel("Respuesta").selectOption({ label: "Se acepta" });
  await fee.getByLabel("Respuesta").selectOption({ label: "Se deniega" });
  await fee.getByLabel("Razones").fill("La cuota cubre la línea, que no se cortó");
  await form.getByRole("button").click();
  const thread = cuenta.claim("Prometieron soporte");
  await thread.getByRole("link", { name: "La respuesta, para leer o imprimir" }).click();
  const letter = page.getByRole("article").filter({ hasText: "Respuesta a su reclamación" });
  await expect(letter).toContainText("Tiene usted razón: lo aceptamos.");
  await expect(letter).toContainText("La cuota cubre la línea, que no se cortó");
  await expect(letter).toContainText(`El defensor del cliente de esta casa (${people.defensor})`);
  await expect(letter).toContainText("Junta Arbitral de Consumo");
  await page.getByRole("link", { name: "Volver a la cuenta" }).click();
  await cuenta.finish(answer, "Entregar la respuesta", { Cómo: "Por correo" });
  await expect(cuenta.due(answer)).toHaveCount(0);
  await expect(cuenta.due("Reparar")).toHaveCount(1);
});

test("story 6: a customer who was wrong keeps what was given, is checked first by two signatures, and is believed again", async ({
  page,
  entrar,
  cuenta,
  firma,
  investigacion,
}) => {
  const account = new URL(page.url()).pathname;
  await cuenta.write("Promesa", { "Qué se promete": "Un descuento", "Descuento, %": "13", "A quién": clara });
  await expect(cuenta.row(/13 %/)).not.toContainText("Guardando…");
  await cuenta.owed.getByRole("link", { name: "Leer y firmar" }).first().click();
  await firma.arrived();
  await expect(page.getByText("Le prometemos un descuento del 13 %.")).toBeVisible();
  await firma.name.fill(clara);
  await firma.form.getByLabel("Lo he leído, y firmo con mi nombre escrito arriba").check();
  await firma.sign();
  await page.waitForURL(/\/firmas\/\d+$/);
  await cuenta.visit(account);
  const second = {
    "Sobre qué": "Algo que no está apuntado: se le cree",
    Quién: clara,
    "Qué dice": "Me prometieron el 30 %",
  };
  await cuenta.write("Reclamación", second);
  await expect(cuenta.row(/respaldaste la promesa/)).toHaveCount(1);
  const file = await opened(page, cuenta, investigacion);

  await comes(entrar, investigacion, people.serviceDirector, file);
  await investigacion.send("Concluir", {
    "Qué se ha averiguado": "el cliente se equivocó",
    "Por qué se sabe": "Lo que firmó dice 13 %",
  });
  await investigacion.send("Lo que se dijo al cliente", { "En una frase": "Lo que usted firmó decía 13 %" });
  await investigacion.send("Investigar antes", { "Qué lo prueba": "Lo firmado dice 13 %" });
  await comes(entrar, investigacion, people.defensor, file);
  await investigacion.send("Firmar como defensor");

  await investigacion.leave();
  await entrar.as(people.seller);
  await cuenta.visit(account);
  await cuenta.write("Reclamación", { ...second, "Qué dice": "Y también me prometieron el porte" });
  await expect(cuenta.claim("me prometieron el porte")).toHaveCount(1);
  await expect(cuenta.row(/respald/)).toHaveCount(1);
  await expect(cuenta.due("Contestar la reclamación").first()).toBeVisible();

  await comes(entrar, investigacion, people.defensor, file);
  await investigacion.send("Levantarlo", { "Por qué": "Lo que firmó no se le leyó" });
  await investigacion.leave();
  await entrar.as(people.seller);
  await cuenta.visit(account);
  await cuenta.write("Reclamación", { ...second, "Qué dice": "Me prometieron el montaje" });
  await expect(cuenta.row(/respald/)).toHaveCount(2);
});
