export const style = `
:root { color-scheme: light dark; --bg: #fbfbf9; --card: #fff; --ink: #1c1e21; --soft: #5f656d; --line: #e6e5e0; --right: #009e73; --wrong: #d55e00; --accent: #1a4fd0; }
@media (prefers-color-scheme: dark) { :root { --bg: #16181b; --card: #1e2125; --ink: #e9eaec; --soft: #a2a8b0; --line: #33373d; --right: #35c79b; --wrong: #ff8a4a; --accent: #8fb0ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 20px 16px 64px; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.2rem; margin: 40px 0 8px; }
p { margin: 6px 0; overflow-wrap: anywhere; } .soft { color: var(--soft); } a { color: var(--accent); } nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
table { border-collapse: collapse; font-size: .875rem; } th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: normal; }
thead th { color: var(--soft); } .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; max-width: 100%; } .wide:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); }
.confusion th, .confusion td { padding: 3px 6px; border: 1px solid var(--line); text-align: center; } .confusion tbody th { text-align: right; white-space: nowrap; position: sticky; left: 0; background: var(--bg); }
.confusion thead th span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; } .confusion thead th { vertical-align: bottom; } .confusion td { min-width: 28px; font-variant-numeric: tabular-nums; }
.confusion .right { background: color-mix(in srgb, var(--right) calc(12% + var(--share) * .5), transparent); } .confusion .wrong { background: color-mix(in srgb, var(--wrong) calc(12% + var(--share) * .5), transparent); font-weight: 600; }
@media (max-width: 600px) { th, td { padding-right: 6px; } .confusion tbody th { white-space: normal; min-width: 96px; max-width: 110px; font-size: .75rem; } }
.beside { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; } .curve { width: 320px; max-width: 100%; } .curve text { font-size: 12px; fill: var(--soft); }
.curve .grid { stroke: var(--line); } .curve .honest { stroke: var(--soft); stroke-dasharray: 4 4; fill: none; } .curve .line { stroke: var(--accent); stroke-width: 2; fill: none; } .curve circle { fill: var(--accent); fill-opacity: .55; }
details { border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: 8px 12px; margin: 8px 0; } summary { cursor: pointer; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: .875rem; color: var(--soft); } .facts b { color: var(--ink); font-weight: 600; } .tag { color: var(--right); }
ul { margin: 6px 0; padding-left: 20px; font-size: .875rem; } li { overflow-wrap: anywhere; } .for { color: var(--wrong); } .against { color: var(--right); }
`;
