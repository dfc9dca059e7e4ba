/** Friends: who asks, who is asked, who said yes, and what came of it. */
import type { friends as english } from "../en/friends.ts";
import type { Translation } from "../message.ts";

export const friends = {
  title: "Amigos",
  lede: "Dos son amigos cuando los dos dicen que sí. Puedes pedírselo a gente de tus grupos de estudio y a quien vino por tu enlace.",
  to_answer: "¿Quieres ser su amigo?",
  from_invite: "Vino por una invitación tuya, o tú por una suya",
  from_group: "Estudia en un grupo contigo",
  yes: "Sí",
  yes_to: "Sí, quiero ser amigo de {alias}",
  no: "No, gracias",
  no_to: "No, gracias, de {alias} no",
  said_yes: "Dijiste que sí",

  yours: "Tus amigos",
  none: "Todavía no hay amigos aquí",
  none_text: "Abre un grupo de estudio y toca Añadir amigo junto al nombre de alguien.",
  none_but_asked: "Nadie ha dicho que sí todavía",
  none_but_asked_text: "En cuanto haya un sí de los dos, tu amigo estará aquí.",
  my_groups: "Mis grupos de estudio",
  since: "Amigos: {when}",
  more: "Más amigos",
  remove: "Quitar",
  remove_one: "Quitar a {alias}",
  remove_title: "¿Quitar a {alias}?",
  remove_text:
    "No se le dice nada. Durante 30 días no puede volver a pedírtelo; tú sí puedes pedírselo.",

  waiting: "A la espera de un sí",
  waits_for_guardian: "Antes tiene que decir que sí tu adulto responsable",
  waits_for_them: "Todavía no ha respondido",
  take_back: "Retirarla",
  take_back_from: "Retirar la petición a {alias}",

  done_asked: "Pedido. Ahora le toca responder.",
  done_friends: "Ya tienes un nuevo amigo.",
  done_waiting: "Dijiste que sí. Falta el sí de la otra persona.",
  done_ended: "Hecho. No se le dice a nadie.",
  done_refused: "Eso cambió mientras tanto.",

  add: "Añadir amigo",
  add_one: "Añadir amigo: {alias}",
  state_friends: "Amigo",
  state_asked: "Pedido",
  state_waits_for_guardian: "Falta tu adulto responsable",
  state_asked_you: "Te lo pide",
} satisfies Translation<typeof english>;
