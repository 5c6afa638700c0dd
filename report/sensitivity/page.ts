import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../../engine/issues.ts";
import { heldTornado } from "../charts/heldTornado.ts";
import { measureBars } from "../charts/measureBars.ts";
import { measureCurve } from "../charts/measureCurve.ts";
import { drawerOf } from "../charts/render.ts";
import { spider } from "../charts/spider.ts";
import type { Frame } from "../charts/theme.ts";
import { escapeHtml, table } from "../html/markup.ts";
import { style } from "../html/style.ts";
import { policy } from "../page.ts";
import type { SensitivityPicture } from "./picture.ts";
import type { SensitivitySection, SensitivityView } from "./view.ts";
import { sensitivityWord as word } from "./words.ts";

function specOf(picture: SensitivityPicture, frame: Frame): TopLevelSpec {
  switch (picture.kind) {
    case "bars":
      return measureBars(picture, frame);
    case "tornado":
      return heldTornado(picture, frame);
    case "spider":
      return spider(picture, frame);
    case "curve":
      return measureCurve(picture, frame);
  }
}

/** What several methods found, as one page that needs no network. */
export async function sensitivityPage(view: SensitivityView, engine: string, language: Language): Promise<string> {
  const draw = await drawerOf(specOf, language);
  const bodies: string[] = [];
  for (const section of view.sections) bodies.push(await sectionHtml(section, draw, language));
  const title = `${word("title", language)}: ${view.title}`;
  const lines = [view.rule, view.interrupted ?? ""].filter((line) => line !== "");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Utfall ${escapeHtml(engine)}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(word("skip", language))}</a>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="meta">${escapeHtml(view.made)}</p>
</header>
<main id="content">
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")}
${contents(view, language)}
${bodies.join("\n")}
</main>
<footer><p>${escapeHtml(word("madeBy", language, { engine }))}</p></footer>
</body>
</html>
`;
}

type Draw = Awaited<ReturnType<typeof drawerOf<SensitivityPicture>>>;

/** Headlines, each leading to its section. */
function contents({ sections }: SensitivityView, language: Language): string {
  const items = sections.map(
    ({ id, title, headline, about }) =>
      `<li><a href="#${id}">${escapeHtml(title)}</a> <span class="direction">${escapeHtml(about)}</span><br>${escapeHtml(headline)}</li>`,
  );
  return `<nav class="block" aria-label="${escapeHtml(word("contents", language))}"><ul>${items.join("")}</ul></nav>`;
}

async function sectionHtml(section: SensitivitySection, draw: Draw, language: Language): Promise<string> {
  const { id, title, question, about, headline, sentences, notes, pictures, grids } = section;
  const drawn: string[] = [];
  for (const [k, picture] of pictures.entries()) drawn.push(await figure(picture, `${id}-${k + 1}`, draw, language));
  const cautions =
    notes.length === 0
      ? ""
      : `<section class="cautions"><h3>${escapeHtml(word("note", language))}</h3><ul>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ul></section>`;
  return `<section id="${id}"><h2>${escapeHtml(title)}</h2>
<p>${escapeHtml(question)}</p>
<p class="direction">${escapeHtml(about)}</p>
<p><strong>${escapeHtml(headline)}</strong></p>
${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join("\n")}
${cautions}
${drawn.join("\n")}
${grids.map((grid) => table(grid)).join("\n")}
${section.table === undefined ? "" : table(section.table)}</section>`;
}

async function figure(picture: SensitivityPicture, id: string, draw: Draw, language: Language): Promise<string> {
  const svg = await draw(picture);
  const caption = `<figcaption id="${id}-text">${escapeHtml(picture.caption)}</figcaption>`;
  const drawn =
    svg === undefined
      ? ""
      : `<figure role="img" aria-labelledby="${id} ${id}-text"><div class="wide-only">${svg.wide}</div><div class="narrow">${svg.narrow}</div>\n${caption}</figure>`;
  const data =
    picture.table === undefined
      ? ""
      : `<details${svg === undefined ? " open" : ""}><summary>${escapeHtml(word("dataTable", language))}</summary>${table(picture.table)}</details>`;
  return `<div class="chart"><h3 id="${id}">${escapeHtml(picture.title)}</h3>\n${drawn}\n${data}</div>`;
}
