/** Leaderboards: periods, ranks, and when a board does not move. */
import type { boards as english } from "../en/boards.ts";
import type { Translation } from "../message.ts";

export const boards = {
  title: "Tabla de {subject}",
  subject: "Materia",
  period: "Periodo",
  tab_daily: "Hoy",
  tab_weekly: "Esta semana",
  tab_all_time: "Siempre",
  lede_daily: "Puntos de hoy.",
  lede_weekly: "Puntos desde el lunes.",
  lede_all_time: "Todos los puntos de siempre.",
  players: { one: "{count} jugador", many: "{count} de jugadores", other: "{count} jugadores" },
  top_free: "La piedra más alta sigue libre.",
  view: "Parte de la tabla",
  view_top: "Arriba",
  view_around: "Cerca de mí",
  standings: "Clasificación",
  rank: "Puesto",
  points: { one: "punto", many: "de puntos", other: "puntos" },
  you: "tú",
  yourself: "Tú",
  empty_daily: "Hoy no ha jugado nadie",
  empty_weekly: "Esta semana no ha jugado nadie",
  empty_all_time: "Todavía no ha jugado nadie",
  empty_text:
    "Quien termine ahora una serie será el primero aquí. Podrías ser tú, en un minuto más o menos.",
  play: "Jugar a {subject}",
  own: "Eres el número {rank}",
  own_daily: {
    one: "de {players}, con {count} punto hoy. Cada serie terminada suma.",
    many: "de {players}, con {count} de puntos hoy. Cada serie terminada suma.",
    other: "de {players}, con {count} puntos hoy. Cada serie terminada suma.",
  },
  own_weekly: {
    one: "de {players}, con {count} punto esta semana. Cada serie terminada suma.",
    many: "de {players}, con {count} de puntos esta semana. Cada serie terminada suma.",
    other: "de {players}, con {count} puntos esta semana. Cada serie terminada suma.",
  },
  own_all_time: {
    one: "de {players}, con {count} punto en total. Cada serie terminada suma.",
    many: "de {players}, con {count} de puntos en total. Cada serie terminada suma.",
    other: "de {players}, con {count} puntos en total. Cada serie terminada suma.",
  },
  shared:
    "Compartes el puesto {place} con otros que tienen los mismos puntos. Quien llegó antes está más arriba.",
  not_on_it: "Todavía no estás en ella",
  not_on_it_text: "Termina una serie de esta materia y tu criatura aparecerá aquí.",
  join: "Unirse",
  won_daily: "Ganadores de ayer",
  won_weekly: "Ganadores de la semana pasada",
  over_daily: "Este día ha terminado",
  over_weekly: "Esta semana ha terminado",
  stays: "La tabla se queda como está. <link>Ver la nueva</link>",
  offline: "Estás sin conexión",
  offline_text: "Así estaba la tabla. Volverá a moverse en cuanto tengas conexión.",
  rebuilding: "Estamos rehaciendo la tabla",
  rebuilding_text:
    "Todos los puntos están a salvo. Los puestos volverán a moverse dentro de un momento.",
  moved_up: "Has subido al número {rank} de {players}.",
  moved_down: "Has bajado al número {rank} de {players}.",
} satisfies Translation<typeof english>;
