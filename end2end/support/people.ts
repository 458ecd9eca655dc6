// The demo's people, by what their buttons at the door say.
export const people = {
  seller: "Lucía Ferrer",
  director: "Carmen Soler",
  serviceDirector: "Andrés Molina",
  administrator: "Pilar Ortega",
  defensor: "Elena Rivas",
} as const;
