import type { View } from "../view.ts";
import { iconArray } from "./icons.ts";
import { escapeHtml, paragraph, say, table } from "./markup.ts";
import { cautionList } from "./sections.ts";

const block = (title: string, body: string, className = ""): string =>
  body === ""
    ? ""
    : `<section class="block${className ? ` ${className}` : ""}"><h2>${escapeHtml(title)}</h2>\n${body}</section>`;

/** What a councillor needs to have seen: what is asked, what it means for people, whether it adds up, and how sure that is. */
export function firstScreen(shown: View): string {
  const { word } = shown;
  const goals = shown.criteria
    ? block(word("goals"), table(shown.criteria, { quietCaption: true, stack: true }), "goals")
    : "";
  const budget = shown.budgetLine ?? shown.firstYears;
  return `<div class="first">
${decision(shown)}
<div class="lead-parts">
${people(shown)}
${answer(shown)}
</div>
${facts(shown)}
${shown.cautions.length > 0 ? `<section class="cautions"><h2>${escapeHtml(word("cautions"))}</h2>${cautionList(shown, shown.cautions)}</section>` : ""}
<div class="pair">
${goals}
${hangsOn(shown)}
</div>
${budget ? block(word(shown.budgetLine ? "b1_title" : "whoWhen"), table(budget), "budgets") : ""}
<div class="thirds">
${block(word("sureOrGuess"), sure(shown))}
${block(word("whenKnown"), paragraph(shown.stopRules?.whenKnown ?? []))}
${block(word("worstRiskTitle"), paragraph(shown.risks?.worst ? [shown.risks.worst] : []))}
${block(word("notCounted"), notCounted(shown), "plain")}
</div>
</div>`;
}

function decision({ decision: { question, lines }, summary, word }: View): string {
  if (!question && lines.length === 0 && !summary) return "";
  const asked = question ? `<p class="question">${escapeHtml(question)}</p>` : "";
  const body = `${asked}${paragraph(lines)}${summary ? `<p class="summary">${escapeHtml(summary)}</p>` : ""}`;
  return `<section class="decision"><h2>${escapeHtml(word("toDecide"))}</h2>${body}</section>`;
}

function people({ effects, harm, word }: View): string {
  if (effects.length + harm.length === 0) return "";
  const cards = effects.map(
    ({ figure, title, range }) =>
      `<li><span class="big">${say(figure)}</span> <span class="of">${escapeHtml(title)}</span> <span class="range">${say(range)}</span></li>`,
  );
  return `<section class="people"><h2>${escapeHtml(word("forTarget"))}</h2>${cards.length > 0 ? `<ul>${cards.join("")}</ul>` : ""}${paragraph(harm, "harm")}</section>`;
}

function answer({ answer: { chance, icons }, word }: View): string {
  if (chance.length === 0) return "";
  return `<section class="answer"><h2>${escapeHtml(word("doesItAddUp"))}</h2><div class="split"><div>${paragraph(chance.slice(0, 1), "lead")}${paragraph(chance.slice(1, 2))}</div>
${icons ? iconArray(icons) : ""}</div></section>`;
}

function facts({ facts: list }: View): string {
  if (list.length === 0) return "";
  const each = list.map(
    ({ title, figure, note }) =>
      `<div><dt>${escapeHtml(title)}</dt><dd><span class="big">${say(figure)}</span> <span class="range">${say(note)}</span></dd></div>`,
  );
  return `<dl class="facts">${each.join("")}</dl>`;
}

function hangsOn({ hangsOn: list, word }: View): string {
  const each = list.map(
    ({ title, direction, turn }) =>
      `<li>${escapeHtml(title)} <span class="direction">(${escapeHtml(direction)})</span>${turn ? `<span class="turn">${say(turn)}</span>` : ""}</li>`,
  );
  return block(word("hangsOn"), each.length === 0 ? "" : `<ol>${each.join("")}</ol>`, "hangs");
}

/** A bar of the parts, which says nothing that the list below it does not. */
function sure({ assumptions, sureness }: View): string {
  if (assumptions === undefined) return "";
  const parts = sureness?.parts ?? [];
  const bar = parts.map(({ kind, count }) => `<span class="is-${kind}" style="flex:${count.value}"></span>`).join("");
  const list = parts.map(
    ({ kind, title, count }) => `<li><span class="key is-${kind}"></span>${say(count)} ${escapeHtml(title)}</li>`,
  );
  const drawn =
    parts.length === 0 ? "" : `<div class="bar" aria-hidden="true">${bar}</div><ul class="parts">${list.join("")}</ul>`;
  return `<p>${say(assumptions.count)}</p>${drawn}`;
}

const notCounted = ({ notCounted: list, word }: View): string =>
  list.length === 0
    ? `<p>${escapeHtml(word("notCountedNone"))}</p>`
    : `<ul>${list.map((one) => `<li>${escapeHtml(one)}</li>`).join("")}</ul>`;
