// The demo's people, by what their buttons at the door say.
export const people = {
  seller: "comercial",
  director: "dirección comercial",
} as const;
