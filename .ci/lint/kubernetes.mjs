// Validates Kubernetes manifests by the schemas of kubernetes-models, and reports unknown fields, which its validators ignore:
// node kubernetes.mjs FILE...
import fs from "node:fs";
import YAML from "yaml";

/** Returns a proxy of a value that records the paths of all fields that are read. */
function watched(value, path, read) {
  if (value === null || typeof value !== "object") {
    return value;
  }
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === "string" && Object.hasOwn(target, key)) {
        read.add(`${path}/${key}`);
      }
      return watched(target[key], `${path}/${String(key)}`, read);
    },
  });
}

/** Returns the paths of the fields that the validator has not read. */
function unread(value, path, read) {
  if (value === null || typeof value !== "object") {
    return [];
  }
  return Object.keys(value).flatMap((key) =>
    read.has(`${path}/${key}`) ? unread(value[key], `${path}/${key}`, read) : [`${path}/${key}`],
  );
}

async function faults(resource) {
  const kinds = await import(`kubernetes-models/${resource.apiVersion}`).catch(() => ({}));
  const Kind = kinds[resource.kind];
  if (!Kind) {
    return ["unknown kind"];
  }
  const model = new Kind(resource);
  const read = new Set();
  const found = [];
  try {
    model.validate.call(watched(model, "", read));
  } catch (error) {
    found.push(...(error.errors ?? [error]).map((each) => `${each.instancePath ?? ""} ${each.message}`));
  }
  return [...found, ...unread(model, "", read).map((path) => `${path} unknown field`)];
}

for (const file of process.argv.slice(2)) {
  for (const document of YAML.parseAllDocuments(fs.readFileSync(file, "utf8"))) {
    const resource = document.toJS();
    for (const fault of [...document.errors.map(String), ...(await faults(resource))]) {
      process.exitCode = 1;
      console.log(`${file}, ${resource.kind}: ${fault}`);
    }
  }
}
