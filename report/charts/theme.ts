import type { Config } from "vega-lite";
import type { Language } from "../../engine/issues.ts";

/** Okabe & Ito's blue and vermilion: told apart with any colour vision, and by shape or place besides. */
export const colours = {
  gain: "#0072b2",
  loss: "#b34700",
  lost: "#8e4585",
  ink: "#1f2933",
  quiet: "#52606d",
  grid: "#d9dee4",
  unclear: "#848c96",
  paper: "#ffffff",
  light: "#a9d0e8",
  middle: "#5ba3cf",
} as const;

const fontFamily = "Arial, Liberation Sans, Helvetica, sans-serif";
export const fontSizePx = 12;

/** What a chart needs besides its data. Every picture is drawn twice: for a page's width and for a phone's. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly language: Language;
}

const locales = {
  sv: {
    decimal: ",",
    thousands: "\u00a0",
    grouping: [3],
    currency: ["", "\u00a0kr"] as [string, string],
    percent: "\u00a0%",
  },
  en: { decimal: ".", thousands: ",", grouping: [3], currency: ["", " kr"] as [string, string], percent: "%" },
};

export function theme(language: Language): Config {
  return {
    // The figure around the picture carries its name and its table; labels inside would only be read twice, in English.
    aria: false,
    background: colours.paper,
    font: fontFamily,
    padding: { left: 4, right: 12, top: 6, bottom: 4 },
    view: { stroke: null },
    locale: { number: locales[language] },
    axis: {
      labelColor: colours.quiet,
      titleColor: colours.quiet,
      titleFontWeight: "normal",
      labelFontSize: fontSizePx,
      titleFontSize: fontSizePx,
      gridColor: colours.grid,
      domainColor: colours.quiet,
      tickColor: colours.quiet,
      titlePadding: 8,
    },
    legend: {
      labelFontSize: fontSizePx,
      labelColor: colours.ink,
      title: null,
      orient: "top",
      symbolSize: 140,
      offset: 4,
    },
    text: { font: fontFamily, fontSize: fontSizePx, color: colours.ink },
  };
}
