/** The first page: a promise, and how it goes. */
import type { welcome as english } from "../en/welcome.ts";
import type { Translation } from "../message.ts";

export const welcome = {
  title: "Vel Tutor · Cinco preguntas rápidas y un amigo al que ganar",
  text: "Responde cinco preguntas, mira lo que sabes y reta a un amigo. Sin cuenta.",
  heading: "Cinco preguntas. Un amigo al que ganar.",
  lede: "Responde una serie corta, mira enseguida lo que sabes y envía las mismas cinco a un amigo. Dura más o menos un minuto.",
  try_deck: "Probar una serie",
  have_account: "Ya tengo cuenta",
  calm: "Sin cuenta, sin correo y sin un reloj que te meta prisa.",
  pick: "Elige la que más te guste",
  how: "Cómo funciona",
  cross: "Cruza el río",
  cross_text: "Cada pregunta es una piedra. Después de cada respuesta ves por qué es correcta.",
  example: "Un ejemplo",
  see: "Mira lo que sabes",
  see_text: "Tu resultado, tema por tema, y lo próximo que te conviene practicar.",
  challenge: "Reta a un amigo",
  challenge_text:
    "Con un toque creas un enlace. Tu amigo recibe las mismas cinco preguntas y un resultado que superar: el tuyo.",
  your_turn: "{score} de {total} en {time}. ¡Te toca!",
  parents: "Hecho para que los padres estén tranquilos",
  promise_1:
    "Los niños aparecen con un apodo y un animalito dibujado, nunca con su nombre ni una foto.",
  promise_2:
    "Antes de los 13 años, la cuenta solo se abre si un padre, una madre o un adulto responsable está de acuerdo.",
  promise_3: "Los resultados son del estudiante. Compartirlos es siempre decisión suya.",
} satisfies Translation<typeof english>;
