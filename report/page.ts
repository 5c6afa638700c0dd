import type { Language } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import type { Result } from "../engine/result/result.ts";
import { drawer } from "./charts/render.ts";
import { iconArray } from "./html/icons.ts";
import { escapeHtml, paragraph, say, table } from "./html/markup.ts";
import { style } from "./html/style.ts";
import { fill } from "./shown.ts";
import type { UpdateView } from "./update/view.ts";
import { byAdvice, type Caution } from "./view/cautions.ts";
import type { Picture } from "./view/pictures/picture.ts";
import { type View, view } from "./view.ts";

// No script and no address at all: the page shows what it was given and can ask for nothing.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A whole decision page in one file: opens from disk without a network, prints on A4, reads on a phone. */
export async function page(result: Result, about: About, language: Language): Promise<string> {
  const shown = view(result, about, language);
  const draw = await drawer(language);
  const pictures: string[] = [];
  for (const [index, picture] of shown.pictures.entries()) pictures.push(await figure(picture, index, shown, draw));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Utfall ${escapeHtml(result.manifest.engine)}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(shown.status ? `${shown.title} – ${shown.status}` : shown.title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(shown.word("skip"))}</a>
${shown.status ? `<div class="status"><p>${escapeHtml(shown.status)}</p></div>` : ""}
<header>
<h1>${escapeHtml(shown.title)}</h1>
<p class="meta">${say(shown.version)} · ${say(shown.basis)}</p>
</header>
<main id="content">
${firstScreen(shown)}
${shown.update ? update(shown.update) : ""}
${shown.weights ? section(shown.word("weights"), table(shown.weights, { stack: true })) : ""}
${shown.budget ? budget(shown, shown.budget) : ""}
${options(shown)}
${accounts(shown)}
${shown.stopRules ? section(shown.word("stopRules"), `${paragraph(shown.stopRules.lead)}${shown.stopRules.tables.map((one, k) => table(one, { stack: k === 0 })).join("\n")}`) : ""}
${shown.verdicts ? section(shown.word("verdicts"), table(shown.verdicts, { quietCaption: true, stack: true })) : ""}
${shown.financing ? section(shown.word("financing"), `${paragraph(shown.financing.lead)}${shown.financing.tables.map((one) => table(one, { stack: one.columns.length > 4 })).join("\n")}`) : ""}
${shown.partsOfBenefit.length > 0 ? section(shown.word("partsOfBenefit"), shown.partsOfBenefit.map((one) => table(one)).join("\n")) : ""}
${people(shown)}
${shown.costs.length > 0 ? section(shown.word("costsTitle"), shown.costs.map((one, k) => table(one, { stack: k > 0 })).join("\n")) : ""}
${shown.figures.length > 0 ? section(shown.word("keyFigures"), shown.figures.map((one) => table(one, { stack: true })).join("\n")) : ""}
${shown.comparators ? section(shown.word("comparators"), table(shown.comparators, { quietCaption: true, stack: true })) : ""}
${shown.losses ? section(shown.word("losses"), table(shown.losses, { stack: true })) : ""}
${shown.risks ? risks(shown, shown.risks) : ""}
${shown.beside ? section(shown.word("beside"), table(shown.beside, { quietCaption: true, stack: true })) : ""}
${pictures.length > 0 ? section(shown.word("charts"), pictures.join("\n")) : ""}
${shown.payback.length > 0 ? section(shown.word("payback"), paragraph(shown.payback)) : ""}
${shown.ordinary ? section(shown.word("ordinary"), `${paragraph(shown.ordinary.lead)}${shown.ordinary.tables.map((one, k) => table(one, { stack: k === 0 })).join("\n")}`) : ""}
${shown.scaleUp ? section(shown.word("scaleBeside"), `${paragraph(shown.scaleUp.lead)}${table(shown.scaleUp.beside, { quietCaption: true, stack: true })}${shown.scaleUp.further.map((one) => table(one, { stack: true })).join("\n")}`) : ""}
${shown.levels ? section(shown.word("levels"), `${paragraph(shown.levels.lead)}${table(shown.levels.table, { quietCaption: true, stack: true })}`) : ""}
${assumptions(shown)}
${reproduced(shown)}
${section(shown.word("warnings"), shown.warnings.length > 0 ? cautionList(shown, shown.warnings) : `<p>${escapeHtml(shown.word("warningsNone"))}</p>`)}
${shown.accepted ? section(shown.word("accepted"), table(shown.accepted, { quietCaption: true, stack: true })) : ""}
${section(shown.word("method"), shown.method.map((sentence) => paragraph([sentence])).join("\n"))}
${section(shown.word("manifest"), manifest(shown, about))}
</main>
<footer><p>${say(fill(shown.word("madeBy"), { engine: result.manifest.engine }))}</p></footer>
</body>
</html>
`;
}

function update({ title, lead, ...tables }: UpdateView): string {
  const { compared, seen, whole, processes, learnt, trail } = tables;
  const all = [compared, seen, whole, processes, learnt, trail].filter((one) => one !== undefined);
  return section(title, `${paragraph(lead)}${all.map((one) => table(one, { stack: true })).join("\n")}`);
}

const section = (title: string, body: string, className = ""): string =>
  `<section${className ? ` class="${className}"` : ""}><h2>${escapeHtml(title)}</h2>\n${body}</section>`;
const block = (title: string, body: string): string =>
  `<section class="block"><h2>${escapeHtml(title)}</h2>\n${body}</section>`;

function firstScreen(shown: View): string {
  const { word, decision, answer } = shown;
  const asked = decision.question || decision.lines.length > 0;
  return `<div class="first">
${
  asked
    ? `<section class="decision"><h2>${escapeHtml(word("toDecide"))}</h2>${decision.question ? `<p><strong>${escapeHtml(decision.question)}</strong></p>` : ""}${paragraph(decision.lines)}</section>`
    : ""
}
${shown.summary ? `<p>${escapeHtml(shown.summary)}</p>` : ""}
${shown.forTarget.length > 0 ? block(word("forTarget"), shown.forTarget.map((sentence) => paragraph([sentence])).join("\n")) : ""}
${
  answer.chance.length + answer.money.length > 0
    ? `<section class="answer"><div><h2>${escapeHtml(word("doesItAddUp"))}</h2>
${paragraph(answer.chance.slice(0, 2), "lead")}
${paragraph(answer.chance.slice(2))}
${paragraph(answer.money)}</div>
${answer.icons ? iconArray(answer.icons) : ""}</section>`
    : ""
}
${shown.cautions.length > 0 ? `<section class="cautions"><h2>${escapeHtml(word("cautions"))}</h2>${cautionList(shown, shown.cautions)}</section>` : ""}
${shown.criteria ? block(word("goals"), table(shown.criteria, { quietCaption: true, stack: true })) : ""}
${shown.failures ? block(word("inTheWay"), table(shown.failures, { quietCaption: true, stack: true })) : ""}
${shown.firstYears ? block(word("whoWhen"), table(shown.firstYears)) : ""}
${shown.losers ? block(word("whoLoses"), table(shown.losers, { quietCaption: true, stack: true })) : ""}
${
  shown.hangsOn.length > 0
    ? block(
        word("hangsOn"),
        `<ol>${shown.hangsOn.map((one) => `<li>${escapeHtml(one.title)} <span class="direction">(${escapeHtml(one.direction)})</span></li>`).join("")}</ol>`,
      )
    : ""
}
${shown.risks?.worst ? block(word("worstRiskTitle"), paragraph([shown.risks.worst])) : ""}
${shown.assumptions ? block(word("sureOrGuess"), paragraph([shown.assumptions.count])) : ""}
${shown.stopRules ? block(word("whenKnown"), paragraph(shown.stopRules.whenKnown)) : ""}
<section class="block plain"><h2>${escapeHtml(word("notCounted"))}</h2>
${shown.notCounted.length > 0 ? `<ul>${shown.notCounted.map((one) => `<li>${escapeHtml(one)}</li>`).join("")}</ul>` : `<p>${escapeHtml(word("notCountedNone"))}</p>`}</section>
</div>`;
}

function cautionList(shown: View, cautions: readonly Caution[]): string {
  const advice = byAdvice(cautions).map(({ found, mend }) => {
    const list = `<ul>${found.map((one) => `<li>${escapeHtml(one)}.</li>`).join("")}</ul>`;
    return `${list}<p class="what">${say(fill(shown.word("whatToDo"), { mend }))}</p>`;
  });
  return advice.join("\n");
}

function budget({ word }: View, { lead, planned, all, frames }: NonNullable<View["budget"]>): string {
  const tables = [table(planned), ...(frames ? [table(frames, { stack: true })] : []), ...(all ? [table(all)] : [])];
  return section(word("budget"), `${paragraph([lead])}${tables.join("\n")}`);
}

function risks({ word }: View, { lead, table: matrix, mitigation }: NonNullable<View["risks"]>): string {
  const tables = [matrix, ...(mitigation === undefined ? [] : [mitigation])];
  return section(word("risks"), `${paragraph(lead)}${tables.map((one) => table(one, { stack: true })).join("\n")}`);
}

function people({ word, people: { way, segments, harm } }: View): string {
  const parts = [
    ...(way ? [table(way)] : []),
    ...(segments ? [table(segments, { stack: true })] : []),
    ...(harm ? [`${paragraph(harm.lead)}${table(harm.table, { stack: true })}`] : []),
  ];
  return parts.length === 0 ? "" : section(word("groupByGroup"), parts.join("\n"));
}

function accounts(shown: View): string {
  if (shown.accounts.length === 0) return "";
  return section(shown.word("whoWhenAll"), shown.accounts.map((one) => table(one)).join("\n"), "annex");
}

function options({ options: own, word }: View): string {
  if (own === undefined) return "";
  const { compared, differences, goals, frontiers, changes } = own;
  const tables = [compared, differences, ...(goals ? [goals] : []), ...frontiers, changes];
  return section(
    word("options"),
    `${paragraph(own.lead)}${tables.map((one) => table(one, { stack: true })).join("\n")}`,
    "annex",
  );
}

async function figure(
  picture: Picture,
  index: number,
  shown: View,
  draw: Awaited<ReturnType<typeof drawer>>,
): Promise<string> {
  const svg = await draw(picture);
  const name = `picture-${index + 1}`;
  const caption = `<figcaption id="${name}-text">${say(picture.caption)}</figcaption>`;
  const drawn = svg
    ? `<figure role="img" aria-labelledby="${name} ${name}-text"><div class="wide-only">${svg.wide}</div><div class="narrow">${svg.narrow}</div>\n${caption}</figure>`
    : "";
  return `<div class="chart"><h3 id="${name}">${escapeHtml(picture.title)}</h3>
${drawn}
<details${svg ? "" : " open"}><summary>${escapeHtml(shown.word("dataTable"))}</summary>${table(picture.table)}</details></div>`;
}

function assumptions(shown: View): string {
  const own = shown.assumptions;
  if (!own) return "";
  const tables = own.tables.map(
    (one) => `<h3>${escapeHtml(one.caption)}</h3>${table(one, { quietCaption: true, stack: true })}`,
  );
  return section(
    shown.word("assumptions"),
    `${paragraph([own.lead, own.count])}${paragraph([own.split], "note")}${tables.join("\n")}`,
  );
}

function reproduced(shown: View): string {
  if (!shown.reproduces) return "";
  return section(
    shown.word("reproduces"),
    `${shown.reproducesLead ? paragraph([shown.reproducesLead]) : ""}${table(shown.reproduces, { quietCaption: true, stack: true })}`,
  );
}

function manifest(shown: View, about: About): string {
  const command = fill(shown.word("verifyCommand"), { file: `${about.id}.json` });
  return `<p>${escapeHtml(shown.word("manifestLead"))}</p><pre><code>${say(command)}</code></pre><div class="manifest">${table(shown.manifest, { quietCaption: true, stack: true, bare: true })}</div>`;
}
