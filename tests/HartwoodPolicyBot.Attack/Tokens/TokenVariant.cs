using System.Text.Json.Nodes;
using HartwoodPolicyBot.Tests.Authentication;

namespace HartwoodPolicyBot.Attack.Tokens;

/// <summary>Is a token that is well signed but unusual.</summary>
/// <param name="Name">What is unusual.</param>
/// <param name="IsAccepted">Whether this bot must accept it.</param>
/// <param name="JavaScriptAccepts">Whether Microsoft's JavaScript SDK accepts it.</param>
/// <param name="Make">Makes the Authorization header from good claims.</param>
/// <param name="Reason">Why this bot accepts what the JavaScript SDK refuses.</param>
internal sealed record TokenVariant(
    string Name,
    bool IsAccepted,
    bool JavaScriptAccepts,
    Func<AuthenticatedHost, JsonObject, string> Make,
    string? Reason = null
);
