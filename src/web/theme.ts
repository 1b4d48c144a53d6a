import { createTheme, localStorageColorSchemeManager } from "@mantine/core";

/** One accent for actions; the five layers' colours are in strata.css and mean layers only. */
export const theme = createTheme({
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: "sm",
  cursorType: "pointer",
  colors: {
    accent: ["#eef3ff", "#dbe5ff", "#b4caff", "#8ab0ff", "#6593fa", "#4578f0", "#2c62e2", "#1a4fd0", "#1541b0", "#0e3390"],
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
});

// The key is also read by public/first.js, before the first paint.
export const colorSchemes = localStorageColorSchemeManager({ key: "strata-color-scheme" });

/** The nonce that the server wrote into this page, for the style elements that Mantine makes. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
}
