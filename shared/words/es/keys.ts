/** The setting of the keyboard shortcuts. */
import type { keys as english } from "../en/keys.ts";
import type { Translation } from "../message.ts";

export const keys = {
  legend: "Atajos de teclado",
  on: "Activados",
  on_hint: "Por ejemplo, g y luego h para ir al inicio. Pulsa ? para verlos todos.",
  off: "Desactivados",
  off_hint: "Solo queda Ctrl o Cmd con K.",
  keep: "Guardar",
} satisfies Translation<typeof english>;
