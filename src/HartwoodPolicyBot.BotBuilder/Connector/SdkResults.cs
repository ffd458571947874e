using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>Runs requests of the SDK and returns their results as <see cref="TeamsResult{T}"/>.</summary>
internal static class SdkResults
{
    /// <summary>Runs a request that writes a message; the value has the id by which the message can be edited later.</summary>
    public static Task<TeamsResult<SentMessage>> SentAsync(Func<Task<ResourceResponse?>> request) =>
        OfAsync(request, static answer => new SentMessage { Id = answer.Id });

    /// <summary>
    /// Runs a request. If Teams answers with an empty body, or with something that isn't JSON, the request is done but has no
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
