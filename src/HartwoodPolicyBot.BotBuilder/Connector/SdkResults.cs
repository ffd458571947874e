using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>How requests of the SDK end, as the port's results.</summary>
internal static class SdkResults
{
    /// <summary>Runs a request that writes; its answer is the id by which the message can be edited later.</summary>
    public static Task<TeamsResult<SentMessage>> SentAsync(Func<Task<ResourceResponse?>> request) =>
        OfAsync(request, static answer => new SentMessage { Id = answer.Id });

    /// <summary>
    /// Runs a request. Teams answers some with an empty body, or with something else than JSON: done, but without a
    /// value.
    /// </summary>
    public static async Task<TeamsResult<T>> OfAsync<TAnswer, T>(Func<Task<TAnswer?>> request, Func<TAnswer, T> read)
        where TAnswer : class
        where T : class
    {
        try
        {
            return new(TeamsOutcome.Done, await request() is { } answer ? read(answer) : null);
        }
        catch (TeamsRequestException fault)
        {
            return fault.ToResult<T>();
        }
        catch (SerializationException)
        {
            return new(TeamsOutcome.Done);
        }
    }
}
