/** How a page looks: light and dark by what the reader prefers, and on paper. Nothing is fetched. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1c2126; --soft: #515b65; --line: #d5dbe1; --card: #f5f7f9; --mark: #fff0b3; --link: #0b5c94; --good: #0b6b4f; --part: #7a4b00; }
@media (prefers-color-scheme: dark) { :root { --paper: #1f2226; --ink: #eceff2; --soft: #b3bcc5; --line: #41484f; --card: #282c31; --mark: #5c4a12; --link: #7cc4f5; --good: #6fd8b3; --part: #f0c27a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 66rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
.facts, .small { color: var(--soft); }
.small { font-size: .85rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
blockquote { margin: .5rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line); }
blockquote p { margin: .25rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { padding: .35rem .9rem .35rem 0; text-align: left; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { font-weight: 600; vertical-align: bottom; }
time, .row { white-space: nowrap; }
pre { overflow-x: auto; padding: .75rem; background: var(--card); }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: .9rem; }
.dark { display: none; }
@media (prefers-color-scheme: dark) { .light { display: none; } .dark { display: block; } }
.talk { list-style: none; padding: 0; margin: 0; }
.turn { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; gap: .25rem 1.5rem; padding: .8rem 0; border-bottom: 1px solid var(--line); break-inside: avoid-page; }
.turn p { margin: 0; white-space: pre-wrap; }
.turn .who { grid-column: 1 / -1; color: var(--soft); font-size: .85rem; }
.turn.candidate p { padding: .6rem .8rem; background: var(--card); border-radius: .4rem; }
.notes { list-style: none; margin: 0; padding: 0; font-size: .85rem; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
.v2 { color: var(--good); } .v1 { color: var(--part); }
sup { font-size: .7em; }
.course { max-width: 48rem; }
.course svg { display: block; font-size: 12px; }
.course .broad svg, .course .narrow svg { width: 100%; }
.course text { fill: var(--soft); }
.zone { stroke: var(--paper); } .z0 { fill: var(--good); fill-opacity: .3; } .z1 { fill: var(--good); fill-opacity: .16; } .z2 { fill: var(--part); fill-opacity: .14; } .z3 { fill: var(--card); }
.line { fill: none; stroke: var(--link); stroke-width: 1.5; } .dot { fill: var(--link); stroke: var(--link); stroke-width: 1.5; } .dot.hollow { fill: var(--paper); }
.line.junior { stroke-dasharray: 2 3; } .line.senior { stroke-dasharray: 7 3; } .line.staff { stroke-dasharray: 9 3 2 3; }
.keys { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
.keys li { display: flex; align-items: center; gap: .4rem; }
.keys svg { flex: none; }
.spark { vertical-align: middle; }
.narrow { display: none; }
@media (max-width: 34rem) { .broad, .spark { display: none; } .narrow { display: block; } table { font-size: .85rem; } th, td { padding-right: .5rem; } time, .row { white-space: normal; } }
@media (max-width: 45rem) { .turn { grid-template-columns: minmax(0, 1fr); } }
@media print { :root { --paper: #fff; --ink: #000; --soft: #333; --line: #bbb; --card: #f4f4f4; --mark: #fff0b3; --link: #000; --good: #064; --part: #630; } body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; } .light, .broad { display: block; } .dark, .narrow { display: none; } .wide { overflow: visible; } h2, h3, figure, tr { break-after: avoid; break-inside: avoid; } }
`.trim()
