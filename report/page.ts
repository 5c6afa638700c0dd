import type { Language } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import type { Result } from "../engine/result/result.ts";
import { drawer } from "./charts/render.ts";
import { iconArray } from "./html/icons.ts";
import { escapeHtml, paragraph, say, table } from "./html/markup.ts";
import { annex, cautionList, contents, sections } from "./html/sections.ts";
import { style } from "./html/style.ts";
import { fill } from "./shown.ts";
import type { Picture } from "./view/pictures/picture.ts";
import { type View, view } from "./view.ts";

// No script and no address at all: the page shows what it was given and can ask for nothing.
export const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A whole decision page in one file: opens from disk without a network, prints on A4, reads on a phone. */
export async function page(result: Result, about: About, language: Language): Promise<string> {
  const shown = view(result, about, language);
  const draw = await drawer(language);
  const pictures: string[] = [];
  for (const [index, picture] of shown.pictures.entries()) pictures.push(await figure(picture, index, shown, draw));
  const parts = sections(shown, about, pictures);
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
${contents(shown, parts)}
${parts.main.map(({ id, title, body }) => `<section id="${id}"><h2>${escapeHtml(title)}</h2>\n${body}</section>`).join("\n")}
<div class="annexes">
${parts.annex.map(annex).join("\n")}
</div>
</main>
<footer><p>${say(fill(shown.word("madeBy"), { engine: result.manifest.engine }))}</p></footer>
</body>
</html>
`;
}

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
${shown.firstYears ? block(word("whoWhen"), table(shown.firstYears)) : ""}
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
