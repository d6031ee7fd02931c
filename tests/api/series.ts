// What a server says of one thing it measures.

/** The value of a series, as `name{label="value"}`, at a server (the tested one); 0 where there is none yet. */
export async function seriesValue(series: string, base = process.env.KAPGEL_URL): Promise<number> {
  const answer = await fetch(`${base}/api/metrics`, {
    headers: { Authorization: `Bearer ${process.env.METRICS_TOKEN}` },
  });
  const line = (await answer.text()).split("\n").find((each) => each.startsWith(`${series} `));
  return Number(line?.split(" ").at(-1) ?? 0);
}
