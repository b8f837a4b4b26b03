/** Colours of hand-drawn batik. */
export const DYE = {
  indigo: "#28346b",
  night: "#1c2149",
  sky: "#7d93bf",
  soga: "#9a5f2b",
  bark: "#5b3a22",
  gold: "#d59a3f",
  turmeric: "#e9b44c",
  noni: "#a63a2c",
  rose: "#cf7a62",
  leaf: "#4f7350",
  moss: "#31513c",
  sage: "#a9b893",
  cloth: "#f3e6cd",
  cream: "#fbf4e4",
  clay: "#c98a5e",
} as const;

/** The light and the room of a picture: wall, table, the disc behind, and the colour of what is printed. */
export type Mood = {
  wall: string;
  wallFar: string;
  table: string;
  tableFar: string;
  disc: string;
  print: string;
  accent: string;
};

export const MOODS: readonly Mood[] = [
  {
    wall: "#e9d3ae",
    wallFar: "#d9b98a",
    table: "#b97f52",
    tableFar: "#a56d44",
    disc: "#c98a4b",
    print: "#8b5527",
    accent: DYE.indigo,
  },
  {
    wall: "#33407a",
    wallFar: "#232c5c",
    table: "#8d6240",
    tableFar: "#6e4a33",
    disc: "#46559a",
    print: "#8c9ccf",
    accent: DYE.turmeric,
  },
  {
    wall: "#c9d0b4",
    wallFar: "#a8b592",
    table: "#d8bd94",
    tableFar: "#c6a67a",
    disc: "#7f9a76",
    print: "#4d6b4c",
    accent: DYE.noni,
  },
  {
    wall: "#d9937a",
    wallFar: "#bf7159",
    table: "#f0dcc0",
    tableFar: "#e2c7a3",
    disc: "#b95f47",
    print: "#8a3a2b",
    accent: DYE.night,
  },
  {
    wall: "#f0e2c8",
    wallFar: "#e2cda7",
    table: "#54638f",
    tableFar: "#43517c",
    disc: "#e3b561",
    print: "#b27b2e",
    accent: DYE.noni,
  },
  {
    wall: "#7f95b0",
    wallFar: "#62799a",
    table: "#e7d3b4",
    tableFar: "#d6bc95",
    disc: "#566d94",
    print: "#c5d2e4",
    accent: DYE.gold,
  },
];
