import type { Analysis, Curve } from "../../engine/sensitivity/analysis.ts";
import { heldPictures } from "./heldPictures.ts";
import type { Naming } from "./naming.ts";
import { axisTitle, type Bar, mostBars, type SensitivityPicture } from "./picture.ts";
import { isIndistinct, rowTitle } from "./rows.ts";
import { sensitivityWord as word, wordsOf } from "./words.ts";

const mostMeasures = 4;
const mostCurves = 6;

/** Bars of each measure that has some, and curves of the strongest inputs. */
export function picturesOf(analysis: Analysis, naming: Naming): readonly SensitivityPicture[] {
  const drawn = wordsOf(analysis.method, naming.language).bars;
  const measures = analysis.measures.filter(({ id }) => drawn?.includes(id) ?? true);
  const bars = measures.slice(0, mostMeasures).flatMap((measure) => barsOf(analysis, measure, naming));
  const order = new Map(
    analysis.rows.flatMap(({ inputs }, k) => (inputs.length === 1 ? [[inputs[0], k] as const] : [])),
  );
  const rank = ({ input }: Curve) => order.get(input) ?? order.size;
  const curves = [...(analysis.curves ?? [])]
    .filter(({ points }) => points.length > 1)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostCurves);
  return [...heldPictures(analysis, naming), ...bars, ...curves.map((curve) => curvePicture(curve, analysis, naming))];
}

function barsOf(
  { method, of, rows }: Analysis,
  { id, unit }: Analysis["measures"][number],
  naming: Naming,
): readonly SensitivityPicture[] {
  const { language } = naming;
  const shown = rows.filter(({ figures }) => Object.hasOwn(figures, id)).slice(0, mostBars);
  const axis = naming.axis(
    unit,
    shown.flatMap(({ figures }) => [figures[id].low, figures[id].high]),
  );
  const bars = shown.map((row): Bar => {
    const { value, low, high } = row.figures[id];
    // An end without limit is not drawn.
    const [from, to] = [low, high].map((own) => (Number.isFinite(own) ? own : value) / axis.size);
    return {
      name: rowTitle(row, naming),
      value: value / axis.size,
      low: from,
      high: to,
      unclear: isIndistinct(row, id),
    };
  });
  if (bars.length === 0 || bars.every(({ low, high }) => low === 0 && high === 0)) return [];
  const { title, measure } = wordsOf(method, language);
  return [
    {
      kind: "bars",
      title: `${title}: ${measure(id)}, ${naming.output(of)}`,
      caption: word("barsCaption", language),
      axisTitle: axisTitle(measure(id), axis.title),
      bars,
    },
  ];
}

function curvePicture(
  { input, measure, points, ofInput }: Curve,
  { method, of, unit }: Analysis,
  naming: Naming,
): SensitivityPicture {
  const { language } = naming;
  const ends = points.flatMap(({ figure }) => [figure.low, figure.high]);
  const axis = ofInput === undefined ? naming.axis(unit, ends) : naming.inputAxis(ofInput, ends);
  const told = ofInput === undefined ? naming.output(of) : naming.input(ofInput);
  const across = naming.inputAxis(
    input,
    points.map(({ at }) => at),
  );
  const title = word(ofInput === undefined ? "curveTitle" : "flipTitle", language, {
    of: naming.output(of),
    input: naming.input(input),
    told,
  });
  const name = wordsOf(method, language).measure(measure);
  return {
    kind: "curve",
    title,
    caption: word("curveCaption", language),
    axisTitle: axisTitle(told, axis.title),
    xTitle: axisTitle(naming.input(input), across.title),
    points: points.map(({ at, figure: { value, low, high } }) => ({
      at: at / across.size,
      value: value / axis.size,
      low: low / axis.size,
      high: high / axis.size,
    })),
    table: {
      caption: title,
      columns: [
        { title: word("at", language) },
        { title: name, numeric: true },
        { title: word("interval95", language), numeric: true },
      ],
      rows: points.map(({ at, figure }) => ({
        cells: [
          naming.sayInput(input, at, 0),
          ofInput === undefined
            ? naming.say(figure.value, unit, figure.se)
            : naming.sayInput(ofInput, figure.value, figure.se),
          ofInput === undefined ? naming.interval(figure, unit) : naming.inputInterval(ofInput, figure),
        ],
      })),
    },
  };
}
