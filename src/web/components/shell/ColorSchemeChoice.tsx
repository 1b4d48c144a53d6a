import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { shellWords } from "../../words/shell.ts";

const choices = ["light", "dark", "auto"] as const satisfies readonly MantineColorScheme[];

const icons: Record<MantineColorScheme, React.ReactNode> = {
  light: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M5.3 18.7l1.8-1.8M16.9 7.1l1.8-1.8" />
    </>
  ),
  dark: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />,
  auto: (
    <>
      <rect x="3" y="4.5" width="18" height="12" rx="1.5" />
      <path d="M8.5 20h7M12 16.5V20" />
    </>
  ),
};

/** Light, dark, or as the system has it. */
export function ColorSchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className="schemes">
      <legend className="unseen">{shellWords.colours}</legend>
      {choices.map((scheme) => (
        <label key={scheme} title={shellWords.schemes[scheme]}>
          <input type="radio" name="scheme" className="unseen" value={scheme} checked={colorScheme === scheme} onChange={() => setColorScheme(scheme)} />
          <svg width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
            {icons[scheme]}
          </svg>
          <span className="unseen">{shellWords.schemes[scheme]}</span>
        </label>
      ))}
    </fieldset>
  );
}
