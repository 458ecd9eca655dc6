// The demo's people, by what their buttons at the door say.
export const people = {
  seller: "gestión de clientes",
  director: "dirección de ventas",
} as const;
