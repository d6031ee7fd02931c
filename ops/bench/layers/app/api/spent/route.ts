// The processor's time that this server has taken so far, in µs.
export const GET = () => {
  const { user, system } = process.cpuUsage();
  return Response.json(user + system);
};
export const dynamic = "force-dynamic";
