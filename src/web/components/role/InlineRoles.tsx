import type { Layer } from "../../../terms/layer.ts";

/** Roles in a line, each with its layer's colour and what is said of it. */
export function InlineRoles({ roles }: { roles: readonly { role: string; name: string; layer: Layer; said: string }[] }) {
  return (
    <span className="inline-roles">
      {roles.map(({ role, name, layer, said }) => (
        <span key={role} className="with-dot">
          <span className="dot" data-layer={layer} aria-hidden />
          {name} {said}
        </span>
      ))}
    </span>
  );
}
