// GraphQL over HTTP, by the audits of graphql-http: what a server MUST do, SHOULD do and MAY do alike.
import { serverAudits } from "graphql-http";
import { url } from "./operations.mjs";

const audits = serverAudits({ url: url() });
let passed = 0;
for (const { id, name, fn } of audits) {
  // a request that gets no answer at all is thrown, not returned
  const result = await fn().catch((error) => ({ status: "error", reason: `${error.cause ?? error}` }));
  if (result.status === "ok") {
    passed++;
  } else {
    const { status, headers } = result.response ?? {};
    console.log(`${id} ${name}: ${result.reason} (${status ?? "no answer"}, ${headers?.get("content-type")})`);
  }
}
console.log(`Audits: ${passed} of ${audits.length}`);
// another number means another list, which somebody should look at
if (passed !== audits.length || audits.length !== 61) {
  process.exitCode = 1;
}
