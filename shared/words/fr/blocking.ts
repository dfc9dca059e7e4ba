/** Blocking an account, for admins. */
import type { blocking as english } from "../en/blocking.ts";
import type { Translation } from "../message.ts";

export const blocking = {
  kicker: "Administration",
  title: "Personnes",
  lede: "Un compte bloqué est déconnecté partout, ne peut plus se connecter, et ne compte ni ne rapporte pour personne.",
  is_blocked: "{alias} est bloqué.",
  is_free: "{alias} peut de nouveau se connecter.",
  email: "Adresse e-mail du compte",
  block: "Bloquer",
  unblock: "Lever le blocage",
  now: "Bloqués en ce moment",
  none: "Personne n’est bloqué",
  none_text: "Ceux que vous bloquez apparaissent ici, jusqu’à ce que vous leviez le blocage.",
  since: "depuis le {day}",
  own_account: "C’est votre propre compte.",
  no_account: "Ce compte n’existe pas.",
} satisfies Translation<typeof english>;
