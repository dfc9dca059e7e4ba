/** A person's smart links and what came of each; what is shared into the app. */
import type { links as english } from "../en/links.ts";
import type { Translation } from "../message.ts";

export const links = {
  title: "Tus enlaces",
  lede: "Cada reto o resultado que compartes es un enlace. Aquí ves qué salió de él y puedes retirarlo.",
  none: "Aún no hay enlaces",
  none_text: "Termina una serie, abre su resultado y reta a un amigo. El enlace aparecerá aquí.",
  pick_deck: "Elige una serie",
  none_open:
    "Ahora no hay ningún enlace abierto. Termina una serie o abre un resultado y reta a un amigo.",
  older: "Enlaces anteriores",
  taken_back: "Retirado. El enlace ya no se abre.",
  place_result: "Un resultado",
  place_group: "Grupo de estudio",
  place_tutor: "Página de tutor",
  place_deck: "Una serie",
  place_link: "Un enlace",
  place_about: "{place}, {subject}",
  loop_buddy_challenge: "Reto entre amigos",
  loop_results_rally: "Ronda de resultados",
  loop_proud_parent: "Familia orgullosa",
  loop_tutor_spotlight: "El tutor en persona",
  made: "{loop}, creado {when}",
  made_by: "{loop}, creado por {alias} {when}",
  state_open: "Abierto",
  state_expired: "Terminado",
  state_revoked: "Retirado",
  ends: "Termina {when}.",
  share: "Compartir",
  take_back: "Retirarlo",
  take_back_title: "¿Retirar este enlace?",
  take_back_text:
    "A quien lo abra desde ahora se le muestra otra entrada. Lo que ya salió de él se queda.",
  one_moment: "Un momento…",
  hits: "toques",
  opens: "lo abrieron",
  engaged: "miraron",
  fvm: "terminaron",
  joins: "se unieron",
  nothing_open: "Nadie lo ha abierto todavía. ¿Ya lo enviaste? Puede tardar un poco.",
  nothing_ended: "Nadie lo abrió.",
  shared_in: "Compartido con la app",
  not_ours: "Ese no es uno de nuestros enlaces",
  not_ours_text:
    "Comparte con la app un enlace de Vel Tutor y se abre aquí. Todo lo demás ni lo guardamos ni lo enviamos.",
} satisfies Translation<typeof english>;
