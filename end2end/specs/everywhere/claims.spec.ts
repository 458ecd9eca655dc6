// A claim's life after it is taken: completed, in mediation, answered, delivered, reopened and rated; and what stands on
// its thread all along: at a desk, on a tablet and without JavaScript alike.
import { people } from "../../support/people.ts";
import { claim, inDays, post, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

const answer = "Contestar la reclamación";
const treatment = { "De qué se queja": "El trato", "Qué dice": "No me saludaron" };

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.director);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
});

test("a claim's thread says how it stands, how often they came, who knows and every point", async ({ cuenta }) => {
  await cuenta.write("Reclamación", treatment);
  const thread = cuenta.claim("Reclamación: trato");
  await expect(thread).toContainText("Recibida");
  await expect(thread).toContainText("1 contacto; la meta es uno");
  await expect(thread).toContainText("Lo saben: tú");
  await expect(thread.getByRole("listitem")).toHaveText(/No me saludaron/);
});

test("what is missing is asked for with ten working days, and its clock restarts when it is complete", async ({
  cuenta,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  await cuenta.write("Reclamación", treatment);
  const form = await cuenta.step(answer, "Pedir lo que falta");
  await cuenta.fillIn(form, { "Qué falta": "La factura", "Hasta qué día": inDays(3) });
  await form.getByRole("button").click();
  expect(await cuenta.whyNot(form.getByLabel("Hasta qué día"))).toContain("diez días laborables");
  await form.getByLabel("Hasta qué día").fill("");
  await form.getByRole("button").click();
  await expect(cuenta.claim("Reclamación: trato")).toContainText("Incompleta hasta");
  await expect(cuenta.due(answer)).toHaveCount(0);
  const complete = "Que el cliente complete la reclamación";
  await cuenta.finish(complete, "La ha completado", { "Qué aporta": "Aquí está la factura" });
  await expect(cuenta.claim("Reclamación: trato")).toContainText("En estudio");
  await expect(cuenta.claim("Reclamación: trato")).toContainText("2 contactos; la meta es uno");
  await expect(cuenta.due(answer)).toHaveCount(1);
});

test("a claim does not lapse before the customer's days are over", async ({ cuenta, complaints }) => {
  complaints.expect(/status of 422/);
  await cuenta.write("Reclamación", treatment);
  await cuenta.finish(answer, "Pedir lo que falta", { "Qué falta": "La factura" });
  const form = await cuenta.step("Que el cliente complete la reclamación", "Darla por caducada");
  await form.getByRole("button").click();
  await expect(form).toContainText("El cliente puede completarla hasta");
  await expect(cuenta.claim("Reclamación: trato")).toContainText("Incompleta hasta");
});

test("an answer is delivered, read as a letter, rated once, and the claim reopens in one tap", async ({ page, cuenta }) => {
  await cuenta.write("Reclamación", treatment);
  const thread = cuenta.claim("Reclamación: trato");
  const form = await cuenta.step(answer, "Contestar");
  await form.getByLabel("Respuesta").selectOption({ label: "Se deniega" });
  await form.getByLabel("Razones").fill("El registro dice que se le saludó");
  await form.getByRole("button").click();
  await expect(thread).toContainText("Contestada, por entregar");
  await thread.getByRole("link", { name: "La respuesta, para leer o imprimir" }).click();
  const letter = page.getByRole("article").filter({ hasText: "Respuesta a su reclamación" });
  await expect(letter).toContainText("No me saludaron");
  await expect(letter).toContainText("El registro dice que se le saludó");
  await expect(letter).toContainText("Junta Arbitral de Consumo");
  await page.getByRole("link", { name: "Volver a la cuenta" }).click();
  await expect(thread.locator("summary").getByText("Cómo ha quedado", { exact: true })).toHaveCount(0);
  await cuenta.finish(answer, "Entregar la respuesta", { Cómo: "Por correo" });
  await expect(cuenta.due(answer)).toHaveCount(0);
  await cuenta.goOn("Reclamación: trato", "Cómo ha quedado", { "Cómo ha quedado": "2: poco contento" });
  await expect(thread).toContainText("Quedó contento 2 de 5");
  await expect(thread.locator("summary").getByText("Cómo ha quedado", { exact: true })).toHaveCount(0);
  await cuenta.goOn("Reclamación: trato", "Reabrir", { "Por qué": "No está conforme" });
  await expect(thread).toContainText("En estudio");
  await expect(cuenta.due(answer)).toHaveCount(1);
});

test("a mediation is shown with what it stops, and ends with its outcome", async ({ cuenta }) => {
  await cuenta.write("Reclamación", treatment);
  const thread = cuenta.claim("Reclamación: trato");
  await cuenta.goOn("Reclamación: trato", "Está en mediación", { "Ante quién": "Junta Arbitral", "Su número": "77/26" });
  await expect(thread).toContainText("Ante Junta Arbitral (77/26)");
  await expect(thread).toContainText("El cobro está parado; los plazos siguen corriendo.");
  await expect(cuenta.due(answer)).toHaveCount(1);
  await cuenta.finish("Seguir la mediación", "La mediación acabó", { "En qué quedó": "Hay acuerdo" });
  await expect(cuenta.due("Seguir la mediación")).toHaveCount(0);
});

test("a claim that is honoured has its meeting, and the customer may choose the worth", async ({ cuenta }) => {
  await cuenta.write("Reclamación", claim);
  await expect(cuenta.row(/fijaste la reunión/)).toHaveCount(1);
  await cuenta.finish("Reunirse con el cliente", "Nos hemos reunido", { "En qué quedó": "Se confirma lo dicho" });
  await expect(cuenta.due("Reunirse con el cliente")).toHaveCount(0);
  await cuenta.finish("Reparar", "Elige su valor", {
    "Cuánto vale": "120,00",
    "Por qué no se puede hacer lo prometido": "Ya no se da ese servicio",
    "Cómo lo eligió": "Prefiero el dinero",
  });
  await expect(cuenta.row(/elige su valor/)).toContainText("120,00 €");
});

test("what is known already stands beside a claim that is taken in", async ({ cuenta }) => {
  await cuenta.write("Promesa", price);
  await cuenta.choose("Reclamación");
  await expect(cuenta.form("Reclamación")).toContainText("Lo que ya se sabe");
  await expect(cuenta.form("Reclamación")).toContainText("89.000,00 € al mes");
});

test("a gesture is given at the counter up to the limit, and above it the sentence says who may", async ({
  page,
  entrar,
  clientes,
  cuenta,
  house,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  await cuenta.write("Reclamación", treatment);
  await expect(cuenta.row(/recogiste la reclamación/)).toHaveCount(1);
  const gesture = { kind: "gesture", what: "El porte", amount: "12,00" };
  expect(await post(page, house, gesture)).toBe(200);
  const account = new URL(page.url()).pathname;
  await cuenta.leave();
  await entrar.as(people.seller);
  await clientes.open();
  await cuenta.visit(account);
  const thread = cuenta.claim("Reclamación: trato");
  await cuenta.goOn("Reclamación: trato", "Tener un detalle", { "Qué se le da": "Un mes gratis", "Cuánto vale": "50,01" });
  await expect(thread).toContainText("más lo decide dirección de ventas o dirección de servicio");
});
