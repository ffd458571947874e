// Says for each Authorization header on standard input whether the JavaScript SDK accepts it.
const { ChannelValidation, JwtTokenValidation, SimpleCredentialProvider } = require("botframework-connector");

let input = "";
process.stdin.on("data", (part) => (input += part));
process.stdin.on("end", async () => {
  const { keys, appId, serviceUrl, authorizations } = JSON.parse(input);
  ChannelValidation.OpenIdMetadataEndpoint = keys;
  const credentials = new SimpleCredentialProvider(appId, "");
  const verdicts = [];
  for (const authorization of authorizations) {
    try {
      const activity = { channelId: "msteams", serviceUrl };
      const identity = await JwtTokenValidation.authenticateRequest(activity, authorization, credentials, "");
      verdicts.push(identity.isAuthenticated === true);
    } catch {
      verdicts.push(false);
    }
  }
  process.stdout.write(JSON.stringify(verdicts));
});
