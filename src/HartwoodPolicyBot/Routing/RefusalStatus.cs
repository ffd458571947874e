using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>Turns a refusal into an HTTP status. No other type does this.</summary>
internal static class RefusalStatus
{
    /// <summary>Returns the status for the answer to a click. Teams shows the refusal's sentence with any of them.</summary>
    public static int OfClick(Refusal refusal) =>
        refusal.Kind == RefusalKind.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;

    /// <summary>Returns the status for a web page.</summary>
    public static int OfPage(Refusal refusal) =>
        refusal.Kind switch
        {
            RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Gone => StatusCodes.Status410Gone,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };
}
