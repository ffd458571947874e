using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Start;

/// <summary>
/// Sends a report, asks two questions, types every command and has a post checked once after the start, so that nobody waits while
/// the code and the queries behind them are compiled, and while the check of posts learns. It does so with services of its own and an
/// empty database in memory: nothing reaches the practice's database or Teams. It gives way to people: before each of these it waits
/// until nobody is being answered.
/// </summary>
internal sealed class Rehearsal(
    IServiceProvider services,
    RehearsalServices copy,
    SqliteFile file,
    RequestsUnderWay requests,
    ILogger<Rehearsal> log
)
{
    /// <summary>One that the policy covers, and one that it doesn't. They add two to the count of questions in the metrics.</summary>
    private static readonly string[] Questions = ["can I add a patient on facebook", "what time does the pharmacy shut"];

    /// <summary>A report as its form and then its review send it.</summary>
    private static readonly Dictionary<string, string> Report = new(StringComparer.Ordinal)
    {
        [ReportForm.What] = "A photo of the waiting room is on Instagram.",
        [ReportForm.Kind] = $"{IncidentKind.WorkplaceImage}",
        [ReportForm.Platform] = "Instagram",
        [ReportForm.Patient] = $"{YesNoUnsure.Unsure}",
        [ReportForm.Appear] = $"{ReporterVisibility.Named}",
        [ReportForm.AboutManager] = "false",
    };

    private const string Post = "check a post: Our flu clinic is open on Saturday.";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await requests.UntilQuietAsync(cancellationToken);
        await using var rehearsed = copy.Build(services);
        await using var database = await RehearsalDatabase.CreateAsync(rehearsed, file, cancellationToken);
        var router = rehearsed.GetRequiredService<TurnRouter>();
        foreach (var turn in Turns(rehearsed.GetRequiredService<CommandList>()))
        {
            await requests.UntilQuietAsync(cancellationToken);
            try
            {
                if ((await router.RouteAsync(turn, cancellationToken)).Invoke?.Body is { } body)
                {
                    FittingJson.WriteBody(body);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.NotRehearsed(fault);
            }
        }
    }

    /// <summary>Returns what is rehearsed. Reports come first, because many may come at once when something has happened.</summary>
    private static IEnumerable<RehearsedTurn> Turns(CommandList commands) =>
        [
            RehearsedTurn.OfForm(IncidentVerbs.Send, Report),
            RehearsedTurn.OfForm(IncidentVerbs.SendReviewed, Report),
            .. Questions.Concat(commands.All.Select(command => command.Words[0])).Append(Post).Select(RehearsedTurn.OfManager),
        ];
}
