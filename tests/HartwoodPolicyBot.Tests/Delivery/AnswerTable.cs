using System.Collections.Concurrent;
using System.Text.Json;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>Runs a practice whose Teams gives a chosen answer to chosen requests, and notes what Teams took.</summary>
public abstract class AnswerTable : IAsyncLifetime
{
    /// <summary>Ends the requests that Teams leaves without an answer.</summary>
    private readonly CancellationTokenSource recovered = new();

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    private protected readonly ConcurrentQueue<TeamsRequest> taken = new();
    private protected Practice practice = null!;
    private protected TeamsAnswer? answer;
    private protected Func<TeamsRequest, bool> isIt = _ => false;
    private protected int failed;

    /// <summary>When a request arrived or the clock was moved last, in the machine's own time.</summary>
    private long lastEvent;

    public enum When
    {
        AtTheFirstTry,
        AtARetry,
        AfterBeingHeld,
    }

    public async Task InitializeAsync()
    {
        practice = await Practice.OpenAsync(settings: ("Teams:Connector:LongestClick", "00:00:04"));
        practice.Bot.Teams.Answer = Give;
    }

    public async Task DisposeAsync()
    {
        await practice.DisposeAsync();
        recovered.Dispose();
    }

    private protected static TheoryData<string, When> Rows(params When[] states)
    {
        var rows = new TheoryData<string, When>();
        foreach (var given in TeamsAnswer.All)
        {
            foreach (var when in states)
            {
                rows.Add(given.Name, when);
            }
        }

        return rows;
    }

    private protected IResult? Give(TeamsRequest request, HttpContext http)
    {
        Volatile.Write(ref lastEvent, TimeProvider.System.GetTimestamp());
        if (answer is { } given && isIt(request))
        {
            Interlocked.Increment(ref failed);
            if (given.IsTaken)
            {
                taken.Enqueue(request);
            }

            return given.Give(http, recovered.Token);
        }

        taken.Enqueue(request);
        return null;
    }

    /// <summary>Makes matching requests fail while this is done, until a delivery has failed and its attempt has ended.</summary>
    private protected async Task FailAsync(string name, When when, Func<TeamsRequest, bool> which, Func<Task> act)
    {
        isIt = which;
        if (when == When.AtARetry)
        {
            answer = TeamsAnswer.Named("503");
            await act();
            await AttemptedAsync();
            failed = 0;
            answer = TeamsAnswer.Named(name);
            practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        }
        else
        {
            answer = TeamsAnswer.Named(name);
            await act();
        }

        await AttemptedAsync();
    }

    /// <summary>Waits until an attempt to deliver has failed, with all the retries within it.</summary>
    private protected Task AttemptedAsync() => PassAsync(() => Task.FromResult(failed > 0 && Busy.IsEmpty));

    /// <summary>Lets Teams answer as usual, and time pass until a stopped place is tried again.</summary>
    private protected async Task RecoverAsync()
    {
        // One that is on its way began before the clock was moved far, and would be cut off after Teams took it.
        await PassAsync(() => Task.FromResult(Busy.IsEmpty));
        answer = null;
        await recovered.CancelAsync();
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(2); passed += Step)
        {
            // In steps much shorter than a lease, so that no attempt is cut off that has reached Teams.
            practice.Bot.Time.Advance(Step);
            await PassAsync(() => Task.FromResult(Busy.IsEmpty));
        }

        await SettledAsync();
    }

    private protected Task SettledAsync(Task? work = null) =>
        PassAsync(async () =>
            work?.IsCompleted != false
            && Busy.IsEmpty
            && !await practice.Bot.ReadAsync(database => database.Deliveries.AnyAsync(row => row.State == DeliveryState.Waiting))
        );

    private protected ConcurrentDictionary<string, Task> Busy => practice.Bot.Services.GetRequiredService<Outbox>().Busy;

    private protected async Task PassAsync(Func<Task<bool>> isPast)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isPast())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60), "Not settled in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            if (answer?.Name == "no answer in time" && failed > 0)
            {
                GiveUpWhatHangs();
            }
            else
            {
                practice.Bot.Time.JumpToNext();

                // In place of the sweep, which is off in tests: a jump may come between two looks at what is due.
                practice.Bot.Services.GetRequiredService<Outbox>().Wake();
            }
        }
    }

    /// <summary>
    /// Moves the clock over the longest wait, when nothing has happened for a while: what is on its way to a place that answers would be
    /// cut off after Teams took it, and sent twice.
    /// </summary>
    private void GiveUpWhatHangs()
    {
        if (TimeProvider.System.GetElapsedTime(Volatile.Read(ref lastEvent)) > Quiet)
        {
            Volatile.Write(ref lastEvent, TimeProvider.System.GetTimestamp());
            practice.Bot.Time.Advance(TimeSpan.FromMinutes(20));
        }
    }

    private protected async Task<Chat> ReportedAsync()
    {
        var reporter = practice.Bot.Chat();
        await Practice.ReportAsync(reporter);
        if (answer is null)
        {
            await SettledAsync();
        }

        return reporter;
    }

    private protected async Task<JsonElement> ButtonAsync(string reference, string title)
    {
        await PassAsync(() => Task.FromResult(taken.Any(request => IsCard(request, reference))));
        return CardReader.Button(Practice.CardOf(taken.Last(request => IsCard(request, reference))), title);
    }

    private protected Task<int> StoppedAsync() =>
        practice.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.State == DeliveryState.Stopped));

    private protected List<TeamsRequest> PostsOf(string reference) =>
        [.. taken.Where(request => IsPost(request) && IsCard(request, reference))];

    private protected List<TeamsRequest> ToldIn(Chat chat) =>
        [.. taken.Where(request => request.Path.Contains(chat.Conversation, StringComparison.Ordinal) && IsTold(request))];

    private protected static bool IsPost(TeamsRequest request) =>
        request.Path == "/v3/conversations" && request.Body.TryGetProperty("activity", out _);

    private protected static bool IsCard(TeamsRequest request, string reference) =>
        (IsPost(request) || request.Method == "PUT") && Summary(request).StartsWith($"{reference}: ", StringComparison.Ordinal);

    private protected static bool IsTold(TeamsRequest request) =>
        Summary(request) is var said
        && (said.StartsWith("INC-", StringComparison.Ordinal) || said.StartsWith("Your report INC-", StringComparison.Ordinal));

    private protected static string Summary(TeamsRequest request) =>
        request.Body.ValueKind != JsonValueKind.Object ? ""
        : (request.Body.TryGetProperty("activity", out var first) ? first : request.Body).TryGetProperty("summary", out var summary)
            ? summary.GetString()!
        : "";
}
