using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>Says with which status a refusal is answered: the only place where one becomes a number.</summary>
internal static class RefusalStatus
{
    /// <summary>Returns the status of the answer to a click. Teams shows the sentence with either.</summary>
    public static int OfClick(Refusal refusal) =>
        refusal.Kind == RefusalKind.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;

    /// <summary>Returns the status of a web page.</summary>
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
