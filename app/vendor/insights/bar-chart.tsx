// Bars over a row of hours or days: an SVG for the eye, lying bars on a phone, and a table for everyone else. No script.

export type Bar = {
  name: string;
  /** Under the bar; null: none, where they would touch. */
  tick: string | null;
  value: number;
  /** The value in words, at the bar; null: too many bars for it. */
  text: string | null;
  /** Everything about it in one line. */
  says: string;
};

const WIDTH = 720;
const HEIGHT = 240;
const BOTTOM = 24;
const TOP = 18;
const GAP = 0.14; // of a slot, on each side

/** A round number at or above the most, that halves evenly. */
function ceilingOf(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return (
    [1, 2, 4, 6, 10].map((step) => step * size).find((round) => round >= most && round % 2 === 0) ?? 2 * size
  );
}

/** `caption` names the table; `line` puts a value of the scale in words. */
export function BarChart({
  bars,
  caption,
  line,
}: {
  bars: Bar[];
  caption: string;
  line: (value: number) => string;
}) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const ceiling = ceilingOf(most);
  const lines = [0, ceiling / 2, ceiling];
  const left = 12 + 7 * Math.max(...lines.map((value) => line(value).length));
  const slot = (WIDTH - left) / Math.max(bars.length, 1);
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / ceiling);
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden="true"
        className="hidden w-full overflow-visible sm:block"
      >
        {lines.map((value) => (
          <g key={value}>
            <line x1={left} x2={WIDTH} y1={y(value)} y2={y(value)} className="stroke-line" strokeWidth={1} />
            <text x={left - 6} y={y(value) + 4} textAnchor="end" className="fill-ink-3 text-xs tabular-nums">
              {line(value)}
            </text>
          </g>
        ))}
        {bars.map(({ name, tick, value, text, says }, index) => {
          const x = left + index * slot;
          const middle = { x: x + slot / 2, textAnchor: "middle" } as const;
          return (
            <g key={name}>
              {value > 0 && (
                <rect
                  x={x + slot * GAP}
                  y={y(value)}
                  width={slot * (1 - 2 * GAP)}
                  height={y(0) - y(value)}
                  rx={4}
                  className={value === most ? "fill-brand" : "fill-brand/55"}
                >
                  <title>{says}</title>
                </rect>
              )}
              {value > 0 && text && (
                <text {...middle} y={y(value) - 5} className="fill-ink-2 text-xs tabular-nums">
                  {text}
                </text>
              )}
              {tick && (
                <text {...middle} y={HEIGHT - 6} className="fill-ink-3 text-xs tabular-nums">
                  {tick}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <ul aria-hidden="true" className="grid gap-1 sm:hidden">
        {bars
          .filter(({ value }) => value > 0)
          .map(({ name, value }) => (
            <li key={name} className="grid grid-cols-[4rem_1fr_auto] items-center gap-2 text-sm tabular-nums">
              <span className="text-ink-3">{name}</span>
              <span
                className={value === most ? "h-4 rounded-sm bg-brand" : "h-4 rounded-sm bg-brand/55"}
                style={{ width: `${(value / most) * 100}%` }}
              />
              <span className="text-right font-medium">{line(value)}</span>
            </li>
          ))}
      </ul>
      {/* A table itself cannot be made a pixel small. */}
      <div className="sr-only">
        <table>
          <caption>{caption}</caption>
          <tbody>
            {bars.map(({ name, says }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
