export function findChromium(): string;
export function chromiumArgs(): string[];
