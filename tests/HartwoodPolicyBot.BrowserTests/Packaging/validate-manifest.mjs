// Checks a filled-in manifest against Microsoft's own schema of its version: node validate-manifest.mjs FILE
import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

const manifest = JSON.parse(readFileSync(process.argv[2], "utf8"));
const schemas = new URL("../node_modules/@microsoft/app-manifest/build/json-schemas/teams/", import.meta.url);
const schema = JSON.parse(readFileSync(new URL(`v${manifest.manifestVersion}/MicrosoftTeams.schema.json`, schemas), "utf8"));

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const isValid = ajv.validate(schema, manifest);
for (const fault of ajv.errors ?? []) {
  console.error(`${fault.instancePath || "/"} ${fault.message} ${JSON.stringify(fault.params)}`);
}
process.exit(isValid ? 0 : 1);
