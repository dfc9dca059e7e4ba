/** Smart links: what they lead to, how they are made, why they have to wait. */
import type { sharing as english } from "../en/sharing.ts";
import type { Translation } from "../message.ts";

export const sharing = {
  ended: "Este enlace ya no funciona",
  ended_heading: "Este enlace ya no lleva a ningún sitio",
  ended_text:
    "Los enlaces dejan de funcionar con el tiempo. Pide otro a tu amigo o empieza aquí mismo: todas las series están abiertas y nadie necesita una cuenta para jugar.",
  try_deck: "Probar una serie",
  pick_another: "O elige otra",
  buddy: "Reto entre amigos",
  buddy_text:
    "Envía a un amigo las mismas cinco preguntas y tu resultado para que intente superarlo. Tu amigo ve tu apodo y nada más.",
  first_share: "{score} de {total} en «{deck}». ¿Quién lo supera? Tu amigo ve tu apodo, nada más.",
  buddy_button: "Retar a un amigo",
  buddy_words: "He acertado {score} de {total} en {deck}. ¿Puedes superarlo?",
  join_and: "Unirse y retar a un amigo",
  consent_title: "Antes tiene que decir que sí un adulto.",
  consent_text:
    "Tienes menos de 18 años, así que los enlaces que salen de Vel Tutor necesitan el sí de tu madre, tu padre o tu adulto responsable. Las series, las tablas y los grupos de estudio ya los tienes abiertos.",
  ask_guardian: "Preguntar a mi adulto responsable",
  bring: "Trae a un amigo",
  bring_text: "Cruzar el río juntos es más divertido.",
  bring_button: "Invitar a un amigo",
  bring_words: "Ven a estudiar con nosotros: {group}.",
  making: "Creando tu enlace…",
  no_script: "Para crear un enlace hace falta JavaScript, que aquí está desactivado.",
  consent_needed:
    "Para compartir fuera hace falta el sí de tu madre, tu padre o tu adulto responsable.",
  copied: "Copiado. Pégalo para tu amigo.",
  shared: "¡En camino!",
  your_link: "Tu enlace",
  copy: "Copiar",
  share: "Compartir",
  qr: "Código QR",
  drawing: "Dibujando…",
  qr_label: "Código QR de tu enlace",
  looks: "Así se ve el enlace. No muestra ningún nombre.",
  rally: "Ronda de resultados",
  rally_text:
    "Enseña cómo te fue y pregunta quién se apunta. La página de este enlace muestra la tarjeta y series para probar, ninguna de tus respuestas.",
  rally_button: "Compartir mi resultado",
  proud: "Un momento de orgullo",
  proud_text:
    "Comparte lo bien que fue. La página de este enlace muestra la tarjeta y series para probar: ni nombres ni respuestas.",
  proud_button: "Compartir este momento",
  child_off: "Compartir está desactivado para tu hijo o hija.",
  child_text:
    "Los resultados de menores de 18 años se quedan en Vel Tutor hasta que un padre, una madre o un adulto responsable acepte que se compartan.",
  spotlight: "El tutor en persona",
  spotlight_text:
    "Trae estudiantes a tu página. Primero prueban cinco preguntas y, si les gusta, se unen.",
  spotlight_button: "Compartir mi página",
  spotlight_words: "Prueba cinco preguntas mías, cada una con su explicación. Sin cuenta.",
} satisfies Translation<typeof english>;
