/** News for one person alone. */
import type { inbox as english } from "../en/inbox.ts";
import type { Translation } from "../message.ts";

export const inbox = {
  title: "Tus novedades",
  lede: "Lo que ha pasado con tus enlaces, retos y amigos. Solo tú ves esta página.",
  mark_read: {
    one: "Marcar {count} como leída",
    many: "Marcar {count} como leídas",
    other: "Marcar {count} como leídas",
  },
  new: "Nueva",
  older: "Novedades anteriores",
  empty: "Todavía no hay novedades",
  empty_text: "Cuando alguien se una con tu enlace o responda a tu reto, lo leerás aquí.",
  empty_deed: "Ver mis enlaces",
  notice_invite_joined: "Alguien a quien invitaste se ha unido.",
  notice_friends_made: "Tienes un amigo nuevo.",
  notice_guardian_agreed: "Tu adulto responsable ha dicho que sí. Ya tienes todo abierto.",
  notice_sharing_stopped:
    "Tu adulto responsable ha desactivado compartir fuera. Tus enlaces ya no funcionan.",
  challenge_won:
    "Han respondido a tu reto: {theirs} de {total}, y tú tenías {yours}. ¡Vas por delante!",
  challenge_lost:
    "Han respondido a tu reto: {theirs} de {total}, y tú tenías {yours}. ¿Juegas otra vez?",
  challenge_level: "Han respondido a tu reto: {theirs} de {total}, igual que tú ({yours}).",
  points_count: {
    one: "Se ha revisado {count} punto de {subject}, y cuenta.",
    many: "Se han revisado {count} de puntos de {subject}, y cuentan.",
    other: "Se han revisado {count} puntos de {subject}, y cuentan.",
  },
  points_out: {
    one: "Se ha revisado {count} punto de {subject}, y no cuenta.",
    many: "Se han revisado {count} de puntos de {subject}, y no cuentan.",
    other: "Se han revisado {count} puntos de {subject}, y no cuentan.",
  },
} as const satisfies Translation<typeof english>;
