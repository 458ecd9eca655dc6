// One account, written on by the five short forms: at a desk, on a tablet and without JavaScript alike.
import { people } from "../../support/people.ts";
import { claim, inDays, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez", { Teléfono: "+34 612 00 77 11" });
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
});

test("a call stands in the story in its own words", async ({ cuenta }) => {
  await cuenta.write("Llamada", {
    Cómo: "Por teléfono",
    "Quién llamó a quién": "El cliente a nosotros",
    "Minutos que esperó": "7",
    "Qué se dijo": "Pregunta cuándo llega la instalación",
  });
  const row = cuenta.row("Pregunta cuándo llega la instalación");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("llamó (7 minutos de espera)");
});

test("a promised price says its tax, and what we owe for it stands beside", async ({ cuenta }) => {
  await cuenta.write("Promesa", price);
  await expect(cuenta.row(/prometiste .*89\.000,00/)).toHaveCount(1);
  await expect(cuenta.due("Comparar con la factura")).toHaveCount(1);
});

test("a price that is silent about its tax is refused beside the field, and nothing typed is lost", async ({
  cuenta,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  const { "El IVA": _, ...silent } = price;
  await cuenta.write("Promesa", silent);
  await expect(cuenta.field("Promesa", "El IVA")).toHaveAttribute("aria-invalid", "true");
  expect(await cuenta.why("Promesa", "El IVA")).toContain("un precio nunca lo calla");
  await expect(cuenta.field("Promesa", "Importe en EUR")).toHaveValue("89.000");
  await expect(cuenta.field("Promesa", "Con sus palabras")).toHaveValue(price["Con sus palabras"] ?? "");
  await expect(cuenta.row(/prometiste/)).toHaveCount(0);
  await cuenta.fill("Promesa", { "El IVA": "Incluido" });
  await cuenta.save("Promesa");
  await expect(cuenta.row(/prometiste .*89\.000,00/)).toHaveCount(1);
});

test("an order stands with its promised day, and is checked before it", async ({ cuenta }) => {
  await cuenta.write("Pedido", {
    Número: "P-1",
    "Qué se pide": "Diez cerraduras",
    "Se le promete para": inDays(20),
  });
  await expect(cuenta.row("Diez cerraduras")).toContainText("el pedido P-1");
  const due = cuenta.due("Preguntar a la casa si se cumplirá");
  await expect(due).toHaveCount(1);
  await expect(due).toContainText("P-1");
});

test("a day that has passed is no promise", async ({ cuenta, complaints }) => {
  complaints.expect(/status of 422/);
  await cuenta.write("Promesa", { "Qué se promete": "Una entrega", "Para qué día": inDays(-2) });
  await expect(cuenta.field("Promesa", "Para qué día")).toHaveAttribute("aria-invalid", "true");
  expect(await cuenta.why("Promesa", "Para qué día")).toContain("Ese día ya pasó");
  await expect(cuenta.field("Promesa", "Para qué día")).toHaveValue(inDays(-2));
});

test("a claim about a promise is honoured at once, to the cent of story 1", async ({ cuenta }) => {
  await cuenta.write("Promesa", price);
  await expect(cuenta.row(/prometiste/)).toHaveCount(1);
  await cuenta.page.reload();
  await cuenta.arrived();
  await cuenta.choose("Reclamación");
  const about = cuenta.field("Reclamación", "Sobre qué");
  const promised = about.getByRole("option", { name: /89\.000/ });
  await about.selectOption((await promised.getAttribute("value")) ?? "");
  await cuenta.fill("Reclamación", claim);
  await cuenta.save("Reclamación");
  await expect(cuenta.row("la factura dice 103.240,00")).toHaveCount(1);
  const honoured = cuenta.row(/respaldaste la promesa/);
  await expect(honoured).toContainText("se pagan 89.000,00");
  await expect(honoured).toContainText("14.240,00");
  await expect(cuenta.row(/te comprometiste a .*14\.240,00/)).toHaveCount(1);
  await expect(cuenta.due("Reparar")).toHaveCount(1);
  await expect(cuenta.due("Pedir disculpas")).toHaveCount(1);
});

test("a claim without a point is refused beside the field", async ({ cuenta, complaints }) => {
  complaints.expect(/status of 422/);
  await cuenta.write("Reclamación", { "Qué pide": "Que lo arreglen" });
  await expect(cuenta.field("Reclamación", "Qué dice")).toHaveAttribute("aria-invalid", "true");
  await expect(cuenta.field("Reclamación", "Qué pide")).toHaveValue("Que lo arreglen");
});

test("a note stands in the story", async ({ cuenta }) => {
  await cuenta.write("Nota", { "Qué conviene saber": "Prefiere que la llamen por la tarde" });
  await expect(cuenta.row("Prefiere que la llamen por la tarde")).toHaveCount(1);
  await cuenta.page.reload();
  await expect(cuenta.row("Prefiere que la llamen por la tarde")).toHaveCount(1);
});

test("the story is sifted by kind and by words, and the address says how", async ({ page, cuenta }) => {
  await cuenta.write("Nota", { "Qué conviene saber": "Prefiere la tarde" });
  await expect(cuenta.row("Prefiere la tarde")).toHaveCount(1);
  await cuenta.write("Nota", { "Qué conviene saber": "Tiene un perro" });
  await expect(cuenta.row("Tiene un perro")).toHaveCount(1);
  await cuenta.write("Llamada", { "Qué se dijo": "Que venga por la tarde" });
  await expect(cuenta.row("Que venga por la tarde")).toHaveCount(1);
  await cuenta.sift("Notas y correcciones", "TARDE");
  await expect(page).toHaveURL(/tipo=notas.*palabras=TARDE/);
  await expect(cuenta.row("Prefiere la tarde")).toHaveCount(1);
  await expect(cuenta.row("Tiene un perro")).toHaveCount(0);
  await expect(cuenta.row("Que venga por la tarde")).toHaveCount(0);
  await page.reload();
  await cuenta.arrived();
  await expect(cuenta.row("Prefiere la tarde")).toHaveCount(1);
  await expect(cuenta.row("Tiene un perro")).toHaveCount(0);
});

test("a claim about nothing that was written invents no promise", async ({ cuenta }) => {
  await cuenta.write("Reclamación", { "De qué se queja": "El trato", "Qué dice": "No me saludaron" });
  await expect(cuenta.row("No me saludaron")).toHaveCount(1);
  await expect(cuenta.due("Contestar la reclamación")).toHaveCount(1);
  await expect(cuenta.row(/respald/)).toHaveCount(0);
  await expect(cuenta.due("Reparar")).toHaveCount(0);
});

test("a broken promise that nobody wrote down is believed", async ({ cuenta }) => {
  await cuenta.write("Reclamación", { "Qué dice": "Me prometieron el cable gratis" });
  await expect(cuenta.row(/respaldaste la promesa/)).toHaveCount(1);
  await expect(cuenta.due("Pedir disculpas")).toHaveCount(1);
});
