import type { Language } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import type { Result } from "../engine/result/result.ts";
import { drawer } from "./charts/render.ts";
import { firstScreen } from "./html/first.ts";
import { escapeHtml, say, table } from "./html/markup.ts";
import { annex, contents, sections } from "./html/sections.ts";
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
<header>
<div>
${shown.status ? `<p class="status">${escapeHtml(shown.status)}</p>` : ""}
<h1>${escapeHtml(shown.title)}</h1>
<p class="meta">${say(shown.version)} · ${say(shown.basis)}</p>
</div>
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
