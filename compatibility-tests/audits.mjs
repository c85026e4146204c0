// Runs the GraphQL over HTTP audits of graphql-http, including those for SHOULD and MAY.
import { serverAudits } from "graphql-http";
import { url } from "./operations.mjs";

const audits = serverAudits({ url: url() });
let passed = 0;
for (const { id, name, fn } of audits) {
  // A request without a response throws instead of returning a result.
  const result = await fn().catch((error) => ({ status: "error", reason: `${error.cause ?? error}` }));
  if (result.status === "ok") {
    passed++;
  } else {
    const { status, headers } = result.response ?? {};
    console.log(`${id} ${name}: ${result.reason} (${status ?? "no response"}, ${headers?.get("content-type")})`);
  }
}
console.log(`Audits: ${passed} of ${audits.length}`);
// A different number of audits means a new version of the list: review it.
if (passed !== audits.length || audits.length !== 61) {
  process.exitCode = 1;
}
