import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../../engine/issues.ts";
import type { Picture } from "../view/pictures/picture.ts";
import { type WordTable, words } from "../words/index.ts";
import { acceptability } from "./acceptability.ts";
import { byActor } from "./byActor.ts";
import { byYear } from "./byYear.ts";
import { cumulative } from "./cumulative.ts";
import { fan } from "./fan.ts";
import { histogram } from "./histogram.ts";
import { optionAcceptability } from "./optionAcceptability.ts";
import { options } from "./options.ts";
import { payback } from "./payback.ts";
import { plane } from "./plane.ts";
import { riskMatrix } from "./riskMatrix.ts";
import { type Frame, theme } from "./theme.ts";
import { tornado } from "./tornado.ts";
import { textWidth } from "./widths.ts";

const wide = { width: 620, height: 280, narrow: false } as const;
const narrow = { width: 236, height: 240, narrow: true } as const;

/** Vega's ruler, which its types leave out. It is common to all of Vega, and ours gives the same widths everywhere. */
interface TextMetrics {
  canvas(use: boolean): void;
  width: (item: { readonly fontSize?: number }, text: unknown) => number;
}

/** The Vega-Lite specification of a picture, with its data inside. */
function specOf(picture: Picture, frame: Frame, table: WordTable): TopLevelSpec {
  switch (picture.kind) {
    case "histogram":
      return histogram(picture, frame, table);
    case "cumulative":
      return cumulative(picture, frame, table);
    case "fan":
      return fan(picture, frame);
    case "byActor":
      return byActor(picture, frame, table);
    case "byYear":
      return byYear(picture, frame, table);
    case "plane":
      return plane(picture, frame);
    case "acceptability":
      return acceptability(picture, frame, table);
    case "optionAcceptability":
      return optionAcceptability(picture, frame, table);
    case "options":
      return options(picture, frame);
    case "riskMatrix":
      return riskMatrix(picture, frame);
    case "payback":
      return payback(picture, frame, table);
    case "tornado":
      return tornado(picture, frame, table);
  }
}

export interface Drawing {
  readonly wide: string;
  readonly narrow: string;
}

/**
 * A picture as SVG, once for a page and once for a phone; undefined where it cannot be drawn (its table still says all).
 * Loads Vega on first use: it is large, and text reports don't need it.
 */
export const drawer = (language: Language) =>
  drawerOf((picture: Picture, frame) => specOf(picture, frame, words[language]), language);

/** The same for pictures of another kind. */
export async function drawerOf<P>(
  specOf: (picture: P, frame: Frame) => TopLevelSpec,
  language: Language,
): Promise<(picture: P) => Promise<Drawing | undefined>> {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  // A picture has its data inside: whatever asks for a file or an address is refused.
  const refuse = async () => {
    throw new Error("pictures load nothing");
  };
  const loader = Object.assign(vega.loader(), { load: refuse, sanitize: refuse, http: refuse, file: refuse });
  const { textMetrics } = vega as unknown as { readonly textMetrics: TextMetrics };
  textMetrics.canvas(false);
  textMetrics.width = (item, text) => textWidth(String(text), item.fontSize ?? 11);
  let drawn = 0;
  const draw = async (picture: P, size: typeof wide | typeof narrow): Promise<string | undefined> => {
    const spec = compile(specOf(picture, { ...size, language }), { config: theme(language) }).spec;
    // As syntax trees, run by an interpreter: no code is made from text, so a strict policy allows it.
    const runtime = vega.parse(spec, undefined, { ast: true });
    // Vega writes its errors to a log and goes on with half a picture; half a picture is worse than none.
    let failed = false;
    const logger = vega.logger(vega.Error);
    logger.error = () => {
      failed = true;
      return logger;
    };
    const scene = new vega.View(runtime, { renderer: "none", loader, expr: expressionInterpreter, logger });
    const svg = await scene.toSVG();
    scene.finalize();
    drawn++;
    return failed ? undefined : tidy(svg, `c${drawn}-`);
  };
  return async (picture) => {
    const [page, phone] = [await draw(picture, wide), await draw(picture, narrow)];
    return page !== undefined && phone !== undefined ? { wide: page, narrow: phone } : undefined;
  };
}

/** Names inside a picture are made its own, since several stand on one page; its size is left to the page, its shape kept. */
function tidy(svg: string, prefix: string): string {
  return svg
    .replace(/\p{Cc}/gu, " ")
    .replace(/\bid="([^"]+)"/g, `id="${prefix}$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
    .replace(
      /<svg ([^>]*)>/,
      (_, attributes: string) =>
        `<svg aria-hidden="true" focusable="false" ${attributes.replace(/ ?(?:xmlns:xlink|version|class)="[^"]*"/g, "")}>`,
    );
}
