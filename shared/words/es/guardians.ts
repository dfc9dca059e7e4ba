/** What guardians are asked, and how children ask them. */
import type { guardians as english } from "../en/guardians.ts";
import type { Translation } from "../message.ts";

export const guardians = {
  title: "Un menor pide su consentimiento",
  heading: "Un menor quiere unirse a Vel Tutor",
  lede: "El menor nos dio su correo electrónico, el de usted, y le pide su consentimiento.",
  fact_1:
    "La cuenta sirve para practicar con series cortas y solo se muestra con un apodo y un animalito dibujado.",
  fact_2:
    "Guardamos un correo electrónico, un año de nacimiento y los resultados de las series. No vendemos nada ni mostramos anuncios.",
  fact_3: "Nada de eso sale de Vel Tutor si usted no lo permite aquí.",
  fact_4: "Puede cambiar de opinión cuando quiera: escríbanos y borraremos la cuenta.",
  fact_1_head: "Lo que se hace aquí",
  fact_2_head: "Lo que guardamos",
  fact_3_head: "Lo que no sale de aquí",
  fact_4_head: "Si cambia de opinión",
  allow: "Mi hijo o hija también puede retar a sus amigos con un enlace",
  allow_text: "Un enlace muestra el apodo y un resultado, nada más. Puede dejarlo sin marcar.",
  agree: "Sí, estoy de acuerdo",
  not_now: "No, ahora no",
  consented: "Gracias. La cuenta está abierta.",
  consented_text: "Su hijo o hija ya puede seguir.",
  declined: "Gracias por decírnoslo.",
  declined_text: "La cuenta sigue cerrada. Se puede seguir jugando como invitado.",
  closed: "Esta pregunta ya no está abierta",
  closed_text:
    "Ya se respondió o el correo es demasiado antiguo. Su hijo o hija puede volver a preguntar.",
  see_what: "Ver qué es Vel Tutor",
  who: "Vel Tutor es un lugar gratuito para practicar lo del colegio, con cinco preguntas cortas cada vez. Los menores aparecen con un apodo, nadie puede escribirles y no hay anuncios.",
  keeps: "Qué guardamos y por qué",
  nickname: "El apodo que inventamos. Lo pidió el {day}.",
  means: "Lo que significa su sí",
  share_title: "¿Puede su hijo o hija compartir enlaces?",
  share_allowed: "Su hijo o hija puede compartir enlaces",
  share_lede: "Su hijo o hija quiere retar a amigos fuera de Vel Tutor.",
  share_lede_allowed: "Usted dijo que sí. Aquí puede retirarlo.",
  share_fact_1:
    "Un enlace lleva a un amigo a cinco preguntas y muestra el apodo de su hijo o hija y un resultado. Nada más.",
  share_fact_2: "Su hijo o hija no puede escribir a nadie y nadie puede escribirle.",
  share_fact_3:
    "Puede retirar su sí en esta página cuando quiera. Entonces se cierran todos los enlaces.",
  share_fact_1_head: "Lo que ve un amigo",
  share_fact_2_head: "Sin mensajes",
  share_fact_3_head: "Puede pararlo",
  take_back: "Retirar mi sí",
  share_yes: "Sí, puede compartir",
  share_consented: "Gracias.",
  share_consented_text:
    "Su hijo o hija ya puede compartir enlaces. Guarde este correo: sirve para retirar el sí.",
  share_declined: "Gracias por decírnoslo.",
  share_declined_text: "Ningún enlace sale de Vel Tutor. Todo lo demás sigue abierto.",
  share_withdrawn: "Ya no se comparte.",
  share_withdrawn_text: "Los enlaces que había están cerrados y no se crea ninguno nuevo.",
  see_or_take_back: "Verlo o retirarlo",
  ask: "Preguntar a mi adulto responsable",
  ask_lede:
    "Tienes menos de 18 años, así que tu madre, tu padre o tu adulto responsable decide si tus enlaces pueden salir de Vel Tutor.",
  may_share: "Puedes compartir",
  may_share_lede: "Tus enlaces pueden llegar a amigos fuera de Vel Tutor.",
  to_decks: "A mis series",
  asked: "Ya hemos preguntado",
  asked_lede:
    "Tu adulto responsable ha recibido un correo con una página para responder. En cuanto diga que sí, podrás compartir.",
  go_on: "Seguir practicando",
  ask_email: "Correo de mi madre, mi padre o mi adulto responsable",
  ask_email_hint: "Enviamos un solo correo con una página para responder.",
  asking: "Un momento…",
  not_your_own: "Escribe el correo de tu madre, tu padre o tu adulto responsable, no el tuyo.",
  asked_often: "Has preguntado varias veces esta semana. Habla con tu adulto responsable.",
} satisfies Translation<typeof english>;
