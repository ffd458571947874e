using HartwoodPolicyBot.Answers;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace HartwoodPolicyBot.Start;

/// <summary>Prepares everything that must be ready before the server listens.</summary>
internal static class StartUp
{
    /// <summary>Checks the configuration, reads the policies, and migrates the database to the newest version.</summary>
    /// <exception cref="OptionsValidationException">A key of the configuration is wrong; the message names it.</exception>
    /// <exception cref="SetUpException">A file, a key or the database can't be used; the message says which and why.</exception>
    public static async Task PrepareAsync(this WebApplication app)
    {
        var services = app.Services;
        var stopping = app.Lifetime.ApplicationStopping;
        services.GetRequiredService<IStartupValidator>().Validate();

        // Most of a start is code that runs for the first time and is compiled for it. So the parts that are independent run at the
        // same time: one looks at the database, one reads what the search has learned, one reads the other files.
        var needsMigration = Task.Run(() => StorageServices.NeedsMigrationAsync(services, stopping), stopping);
        var library = services.GetRequiredService<PolicyLibrary>();
        var answering = Task.Run(services.GetRequiredService<AnswerQuestion>, stopping);
        var drafts = Task.Run(() => services.GetRequiredService<ConcernLearning>().CheckFiles(), stopping);
        services.GetRequiredService<TrainingModule>();
        services.GetRequiredService<PolicyBriefs>();
        services.GetRequiredService<NationalGuidance>();
        await StorageServices.TakeIntoUseAsync(services, await needsMigration, stopping);
        services.GetRequiredService<FollowUpKey>();
        var handover = Task.Run(() => services.HandOverAsync(stopping), stopping);
        await answering;
        services.GetRequiredService<AskedNext>();
        await services.TakePoliciesAsync(stopping);
        var turns = Task.Run(services.GetRequiredService<ITurnHandler>, stopping);
        await services.GetRequiredService<TrainingScenarios>().RefreshAsync(stopping);
        await services.GetRequiredService<SavedAnswers>().RefreshAsync(stopping);
        await services.GetRequiredService<TaughtSections>().RefreshAsync(stopping);
        await Task.WhenAll(handover, turns, drafts);
        services.GetRequiredService<ILogger<PolicyBot>>().Ready(library.Sections.Count(), library.Documents.Count);
    }

    /// <summary>Hands over what waits for people or channels that the configuration no longer names, or names for the first time.</summary>
    private static async Task HandOverAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ManagerHandover>().TakeOverAsync(cancellationToken);
        await services.GetRequiredService<ChannelLookup>().ReleaseAsync(cancellationToken);
    }

    /// <summary>Answers from the policies that the database has in force. A new database takes those of the Content folder.</summary>
    private static async Task TakePoliciesAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var unused in await services.GetRequiredService<TakeOverShippedPolicies>().RunAsync(cancellationToken))
        {
            services.GetRequiredService<ILogger<PolicyBot>>().PolicyFileNotUsed(unused);
        }

        await services.GetRequiredService<PoliciesInForce>().RefreshAsync(cancellationToken);
    }

    /// <summary>Returns what the person who starts the bot must change; null if they cannot help <paramref name="fault"/>.</summary>
    public static string? Refusal(Exception fault) =>
        fault switch
        {
            SetUpException or OptionsValidationException => fault.Message,
            AggregateException several when several.InnerExceptions.All(one => one is OptionsValidationException) =>
            // If two sections are checked against each other, both report the same wrong value.
            string.Join(' ', several.InnerExceptions.Select(one => one.Message).Distinct()),

            // The binder names the key if a value has the wrong type, but has no exception type of its own.
            InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => fault.Message,
            IOException { InnerException: AddressInUseException } => fault.Message,
            FileNotFoundException { FileName: { } file } when file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) =>
                $"The file {Path.GetRelativePath(AppContext.BaseDirectory, file)} is missing. Put it back, or install the bot again.",
            _ => null,
        };
}
