/** What is kept of a person and why, in plain words. */
import type { privacy as english } from "../en/privacy.ts";
import type { Translation } from "../message.ts";

export const privacy = {
  title: "Lo que guardamos de ti",
  lede: "En pocas palabras: un apodo, tu práctica y nada más de lo que hace falta. Sin anuncios. No se vende nada.",
  guest: "Si solo juegas",
  guest_1:
    "Damos a tu navegador un número al azar y lo guardamos 400 días como mucho, para que tus resultados sigan ahí cuando vuelvas. No dice quién eres.",
  guest_2:
    "Si te trajo el enlace de un amigo, tu navegador lo recuerda 7 días, para poder dar las gracias a tu amigo.",
  account: "Si te unes",
  account_1: "Tu correo: te enviamos el mensaje con el que entras. No hay contraseña.",
  account_2:
    "Tu año de nacimiento: así sabemos cuándo hay que preguntar antes a tu madre, tu padre o tu adulto responsable.",
  account_3: "Tus respuestas, resultados y puntos: para tu nivel, tu racha y las tablas.",
  account_4:
    "El tipo de dispositivo con el que entraste y cuándo: para que notes si hay uno que no es tuyo.",
  seen: "Lo que ven los demás",
  seen_1: "Tu apodo y tu criatura dibujada. Nunca tu correo.",
  seen_2:
    "Tus puntos en las tablas y que estás aquí ahora. En tus ajustes puedes hacerte invisible.",
  seen_3:
    "Tu adulto responsable ve cómo va tu práctica. El tutor de un grupo de estudio puede ver tu nombre si lo has dado.",
  links: "Los enlaces que compartes",
  links_1:
    "Contamos cuántas veces se abre un enlace y cuántas personas se unen por él. Ves los números, nunca quién fue.",
  links_2:
    "Si tienes menos de 18 años, tu madre, tu padre o tu adulto responsable decide si tus enlaces pueden salir de Vel Tutor y puede pararlo cuando quiera.",
  device: "En tu dispositivo",
  device_1:
    "Las páginas que has visto se guardan 7 días como mucho, para que funcionen sin conexión. Al salir se borran: hazlo en un dispositivo compartido.",
  device_2:
    "Contamos qué páginas funcionan y cuáles no, con un número al azar. Ninguna otra empresa te observa.",
  never: "Lo que nunca hacemos",
  never_1: "Mostrar anuncios, ni vender o regalar lo que sabemos de ti.",
  never_2: "Dejar que te escriba gente: aquí no hay mensajes.",
  ask: "¿Quieres saberlo o que se borre?",
  ask_text:
    "Responde a cualquier correo nuestro, o que lo haga tu madre, tu padre o tu adulto responsable. Te decimos lo que guardamos de ti, lo corregimos o lo borramos con tu cuenta.",
} satisfies Translation<typeof english>;
