// Somebody new comes in by the link that the command line printed, at a desk, on a tablet and without JavaScript.
import { expectAccessible } from "../../support/accessible.ts";
import { expect, test } from "../../support/test.ts";

const password = "una frase que se recuerda";

test("a link opens once, and two passwords that differ are told in a sentence", async ({
  page,
  house,
  bienvenida,
  clientes,
  complaints,
  isAlive,
}) => {
  complaints.expect(/status of 4(10|22)/);
  const link = house.invite("nueva@casa.example", "Nieves Nueva");
  await bienvenida.visit(link);
  if (isAlive) await expectAccessible(page, "Bienvenida");
  await bienvenida.choose(password, "otra frase distinta");
  await expect(bienvenida.refusal).toContainText("no son iguales");
  if (isAlive) await expectAccessible(page, "Bienvenida, refused");
  await bienvenida.choose(password, password);
  await expect(clientes.heading).toHaveText("Clientes");
  await clientes.leave();
  await bienvenida.visit(link);
  await expect(bienvenida.refusal).toContainText("ya se usó");
});
