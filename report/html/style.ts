/** The page's look: one light sheet, no colour that carries meaning alone, nothing fetched. Contrast is at least 4.5 to 1 for all text. */
export const style = `
:root { color-scheme: light; --ink: #1f2933; --quiet: #52606d; --line: #d9dee4; --gain: #0072b2; --loss: #b34700; --tint: #f2f6f8; --warm: #fdf5e6; --deep: #0f3d4c; --link: #005a8c; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 1.0625rem/1.55 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
main, header > div, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
p, li, dd { max-width: 44rem; }
p { margin: 0 0 .75rem; }
header { background: var(--deep); color: #fff; padding: 1.5rem 0 1.1rem; }
h1 { font-size: clamp(1.6rem, 1.1rem + 2.2vw, 2.4rem); line-height: 1.15; margin: .4rem 0 .5rem; letter-spacing: -.015em; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.06rem; margin: 1.75rem 0 .5rem; }
.first h2 { border: 0; padding: 0; margin: 0 0 .5rem; font-size: .8125rem; letter-spacing: .06em; text-transform: uppercase; color: var(--deep); }
a { color: #005a8c; }
b { font-weight: 650; font-variant-numeric: tabular-nums; }
.skip { position: absolute; left: -100vw; top: 0; background: #fff; padding: .75rem 1rem; z-index: 1; }
.skip:focus { left: 0; outline: 3px solid var(--gain); }
.status { display: inline-block; background: #ffd98a; color: #3a2600; border-radius: 1rem; padding: .1rem .8rem; margin: 0; font-size: .875rem; font-weight: 600; }
.meta { color: #d5e4ea; font-size: .9063rem; margin: 0; max-width: none; }
.decision { padding: 1.4rem 0 1.1rem; border-bottom: 1px solid var(--line); }
.decision p { margin: 0 0 .35rem; max-width: 52rem; }
.decision .question { font-size: clamp(1.2rem, 1rem + .9vw, 1.5rem); line-height: 1.3; font-weight: 650; text-wrap: balance; }
.decision .summary { color: var(--quiet); font-size: .9375rem; margin-top: .5rem; }
.lead-parts { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 1.25rem; margin: 1.4rem 0 0; }
.lead-parts > :only-child { grid-column: 1 / -1; }
.people, .answer { border-radius: .6rem; padding: 1.2rem 1.4rem; }
.people { background: var(--warm); } .answer { background: var(--tint); }
.people ul { list-style: none; padding: 0; margin: 0; }
.people li { padding: 0 0 .8rem; }
.people li span { display: block; }
.people .harm { font-size: .9375rem; margin: 0; padding-top: .7rem; border-top: 1px solid #e6d9bd; }
.big { font-size: 1.55rem; line-height: 1.2; font-weight: 700; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.big b { font-weight: inherit; }
.people li:first-child .big { font-size: 2.3rem; }
.of { line-height: 1.35; margin: .1rem 0; }
.range { color: var(--quiet); font-size: .9063rem; line-height: 1.4; } .range b { font-weight: 600; white-space: nowrap; }
.split { display: grid; grid-template-columns: minmax(0, 1fr) 13.5rem; gap: 1rem 1.75rem; align-items: start; }
.answer .lead { font-size: 1.3rem; line-height: 1.4; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem 1.5rem; margin: 1.25rem 0 0; padding: 1.1rem 0; border-top: 2px solid var(--deep); border-bottom: 1px solid var(--line); }
.facts dt { font-size: .9063rem; color: var(--quiet); } .facts dd { margin: 0; }
.facts .big, .facts .range { display: block; }
.icons { margin: 0; }
.icons svg { width: 100%; max-width: 13.5rem; height: auto; display: block; }
.icons figcaption { font-size: .8438rem; margin-top: .5rem; }
.icons figcaption span { display: block; }
.key { display: inline-block; width: .85em; height: .85em; margin-right: .4em; vertical-align: -.08em; }
.cautions { background: #fff; border: 1px solid #e3b48f; border-left: 5px solid var(--loss); padding: .9rem 1.25rem .4rem; margin: 1.25rem 0 0; border-radius: .3rem; font-size: .9375rem; }
.cautions li, .cautions p { max-width: none; }
.cautions ul, .plain ul { padding-left: 1.1rem; margin: 0 0 .4rem; }
.cautions li { margin-bottom: .2rem; }
.what { color: var(--quiet); }
.pair { display: grid; grid-template-columns: minmax(0, 8fr) minmax(0, 5fr); gap: 0 2.5rem; }
.pair > :only-child { grid-column: 1 / -1; }
.thirds { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 2rem; border-top: 1px solid var(--line); margin-top: 1.5rem; font-size: .9375rem; }
.hangs ol { padding-left: 1.3rem; margin: 0; font-size: .9375rem; } .hangs li { margin-bottom: .7rem; line-height: 1.4; } .turn { display: block; margin-top: .1rem; }
.goals table, .budgets table { width: 100%; }
.bar { display: flex; height: .9rem; gap: 2px; margin: 0 0 .4rem; }
.parts { list-style: none; padding: 0; margin: 0; font-size: .9063rem; }
.is-data { background: #0f3d4c; } .is-research { background: #4a7f91; } .is-expert { background: #9dbbc6; } .is-assumption { background: #e0a458; } .is-unstated { background: #b9b9b9; }
.block { margin: 1.5rem 0 0; }
.direction { color: var(--quiet); }
.scroll { position: relative; overflow-x: auto; margin: .5rem 0 .5rem; }
.scroll:focus-visible { outline: 3px solid var(--gain); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; min-width: min(100%, 30rem); }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .4rem; }
caption.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--quiet); font-size: .875rem; vertical-align: bottom; border-bottom: 1.5px solid var(--quiet); }
th.n, td.n { text-align: right; padding-left: .5rem; }
td.n { white-space: nowrap; }
tr.total th, tr.total td { font-weight: 650; }
tr.depth1 th { padding-left: 1.1rem; } tr.depth2 th { padding-left: 2.2rem; } tr.depth3 th { padding-left: 3.3rem; }
.note, figcaption { color: var(--quiet); font-size: .9063rem; }
.chart { margin: 1.75rem 0 2.25rem; }
.chart figure { margin: 0; max-width: 46rem; }
.chart svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
.contents { background: var(--tint); border-radius: .5rem; padding: 1rem 1.5rem .5rem; margin: 2.5rem 0 0; }
.contents h2, .contents h3 { border: 0; padding: 0; margin: 0 0 .3rem; font-size: 1.06rem; }
.contents ul { columns: 16rem 3; column-gap: 2rem; list-style: none; padding: 0; margin: 0 0 .75rem; }
.contents li { break-inside: avoid; padding: .15rem 0; }
.annexes { margin-top: 3rem; border-top: 2px solid var(--line); }
.annex { border-bottom: 1px solid var(--line); }
.annex > summary h2 { display: inline; border: 0; padding: 0; font-size: 1.15rem; color: #005a8c; }
.annex > div { scroll-margin-top: 4rem; padding-bottom: 1rem; }
.further { margin: .25rem 0; }
summary { cursor: pointer; color: #005a8c; padding: .4rem 0; }
summary:focus-visible { outline: 3px solid var(--gain); }
code, .mono { font-family: ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; font-size: .9em; overflow-wrap: anywhere; }
pre { background: var(--tint); padding: .6rem .9rem; border-radius: .3rem; overflow-x: auto; }
.manifest td { overflow-wrap: anywhere; }
footer { color: var(--quiet); font-size: .875rem; margin: 3rem auto 2rem; }
@media screen and (max-width: 44rem) {
  body { font-size: 1rem; }
  .lead-parts, .pair, .split { grid-template-columns: minmax(0, 1fr); }
  main, header > div, footer { padding: 0 1.1rem; }
  .people, .answer { padding: 1rem; }
  .answer .lead { font-size: 1.15rem; }
  .facts { grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); }
  .icons svg { max-width: 13rem; }
  .wide-only { display: none; } .narrow { display: block; max-width: 26rem; }
  table { min-width: 0; }
  caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 2.5rem); }
  table.wide th:first-child { position: sticky; left: 0; background: #fff; max-width: 11rem; padding-right: .5rem; overflow-wrap: normal; }
  table.stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.stack, table.stack tbody, table.stack tr, table.stack th, table.stack td, table.stack caption { display: block; width: 100%; }
  table.stack tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  table.stack th, table.stack td { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  table.stack th { font-weight: 600; }
  table.stack td[data-name]::before { content: attr(data-name) ": "; color: var(--quiet); }
  table.stack td:empty { display: none; }
}
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  html { font-size: 9.5pt; }
  body { font-size: 1rem; line-height: 1.4; }
  main, header > div, footer { max-width: none; padding: 0; }
  header { color: #000; background: none; padding: 0; } .meta { color: #333; }
  .status { color: #000; background: none; border: 1pt solid #000; padding: 1pt 6pt; }
  .skip, .contents, .chart summary, .further > summary { display: none; }
  .annex { border: 0; } .annex > summary { list-style: none; padding: 0; break-after: avoid; } .annex > summary h2 { display: block; color: inherit; }
  .people, .answer, .cautions, .facts { break-inside: avoid; }
  .people, .answer { background: none; border: 1pt solid var(--line); padding: 7pt 9pt; }
  .split { grid-template-columns: minmax(0, 1fr) 32mm; }
  .bar span, .key { print-color-adjust: exact; }
  .lead-parts, .facts, .cautions { margin-top: 8pt; } .first .block { margin-top: 9pt; } .decision { padding: 6pt 0; }
  .cautions { border-left: 3pt solid var(--loss); }
  h1 { font-size: 20pt; } h2 { margin-top: 16pt; } h2, h3, caption { break-after: avoid; }
  .first .block { break-inside: avoid; }
  .chart figure { break-inside: avoid; max-width: 150mm; }
  .chart h3 { break-after: avoid; }
  table { font-size: 8pt; } th.n, td.n { padding-left: 2pt; } th, td { padding: 2pt 5pt 2pt 0; }
  tr { break-inside: avoid; } thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .annexes { break-before: page; border: 0; margin: 0; }
  details::details-content { content-visibility: visible; display: block; height: auto; opacity: 1; }
  .narrow { display: none; } .wide-only { display: block; }
}
`;
