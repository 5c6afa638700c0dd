import type { Icons } from "../view/answer.ts";
import { escapeHtml } from "./markup.ts";

const side = 16;
const gap = 4;

const square = (x: number, y: number): string =>
  `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="2" fill="#0072b2"/>`;
const crossed = (x: number, y: number): string =>
  `<rect x="${x + 0.75}" y="${y + 0.75}" width="${side - 1.5}" height="${side - 1.5}" rx="1.5" fill="#fff" stroke="#b34700" stroke-width="1.5"/><path d="M${x + 4} ${y + 4}l8 8m0-8l-8 8" stroke="#b34700" stroke-width="1.75"/>`;

/** One hundred squares: filled for outcomes that pay back, hollow and crossed for those that don't. Told apart without colour. */
export function iconArray(icons: Icons): string {
  const size = 10 * side + 9 * gap;
  const squares = Array.from({ length: 100 }, (_, k) => {
    const [x, y] = [(k % 10) * (side + gap), Math.floor(k / 10) * (side + gap)];
    return k < icons.gain ? square(x, y) : crossed(x, y);
  });
  const key = (draw: string) =>
    `<svg class="key" viewBox="0 0 ${side} ${side}" aria-hidden="true" style="display:inline-block;width:.85em;height:.85em;overflow:visible">${draw}</svg>`;
  return `<figure class="icons"><svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeHtml(icons.title)}">${squares.join("")}</svg><figcaption><span>${key(square(0, 0))} ${escapeHtml(icons.legendGain)}</span><span>${key(crossed(0, 0))} ${escapeHtml(icons.legendLoss)}</span></figcaption></figure>`;
}
