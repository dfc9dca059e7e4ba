/** Blocking an account, for admins. */
import type { blocking as english } from "../en/blocking.ts";
import type { Translation } from "../message.ts";

export const blocking = {
  kicker: "Administración",
  title: "Personas",
  lede: "Una cuenta bloqueada queda fuera en todas partes, no puede entrar y no cuenta ni suma para nadie.",
  is_blocked: "{alias} está bloqueado.",
  is_free: "{alias} puede volver a entrar.",
  email: "Correo de la cuenta",
  block: "Bloquear",
  unblock: "Quitar el bloqueo",
  now: "Bloqueadas ahora",
  none: "No hay nadie bloqueado",
  none_text: "Quien bloquees aparece aquí hasta que quites el bloqueo.",
  since: "desde el {day}",
  own_account: "Esa es tu propia cuenta.",
  no_account: "No existe esa cuenta.",
} satisfies Translation<typeof english>;
