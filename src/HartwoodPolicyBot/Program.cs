using HartwoodPolicyBot;
using HartwoodPolicyBot.Answers;
using HartwoodPolicyBot.BotBuilder.Hosting;
using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Guidance;
using HartwoodPolicyBot.Home;
using HartwoodPolicyBot.Incidents;
using HartwoodPolicyBot.Interests;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Monitoring;
using HartwoodPolicyBot.Packaging;
using HartwoodPolicyBot.PictureChecks;
using HartwoodPolicyBot.Playground;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.PolicyConcerns;
using HartwoodPolicyBot.PolicySignOff;
using HartwoodPolicyBot.PostChecks;
using HartwoodPolicyBot.PracticeAccounts;
using HartwoodPolicyBot.Privacy;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Start;
using HartwoodPolicyBot.Status;
using HartwoodPolicyBot.TaughtPhrasings;
using HartwoodPolicyBot.Teams.Hosting;
using HartwoodPolicyBot.Training;
using HartwoodPolicyBot.Web;
using HartwoodPolicyBot.Welcome;

if (ReadPolicyCommand.IsAskedFor(args))
{
    return ReadPolicyCommand.Run();
}

try
{
    var builder = WebApplication.CreateBuilder(DatabaseCommand.SettingsIn(args));
    builder.AddLogs();
    // Help lists the commands in this order.
    builder
        .Services.AddTeams(builder.Configuration)
        .AddBotBuilder()
        .AddDatabase(builder.Configuration)
        .AddDatabaseRefresh()
        .AddDelivery(builder.Configuration)
        .AddRouting(builder.Configuration)
        .AddHome()
        .AddPolicies(builder.Configuration)
        .AddAnswers()
        .AddPostChecks()
        .AddPictureChecks(builder.Configuration)
        .AddIncidents(builder.Configuration)
        .AddManagerQuestions()
        .AddTaughtPhrasings()
        .AddTraining(builder.Configuration)
        .AddPolicySignOff()
        .AddPracticeAccounts()
        .AddInterests()
        .AddPolicyConcerns()
        .AddMonitoring()
        .AddGuidance()
        .AddStatus()
        .AddChannels(builder.Configuration)
        .AddPrivacy(builder.Configuration)
        .AddWelcome()
        .AddWeb(builder.Configuration)
        .AddTelemetry(builder.Configuration)
        .AddAfterStart(builder.Configuration)
        .AddPlayground(builder);

    var app = builder.Build();
    app.UseWeb();
    app.MapTeamsMessages();
    app.MapPages();
    app.MapFiles();
    PolicyReviewPages.Map(app);
    app.MapTraining();
    app.MapHealth();

    if (AppPackage.IsAskedFor(args))
    {
        return AppPackage.Write(args, app.Services);
    }

    if (DatabaseCommand.IsAskedFor(args))
    {
        return DatabaseCommand.Run(args, app.Services);
    }

    await app.PrepareAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartUp.Refusal(fault) is not null)
{
    // Whoever starts the bot should read one line that names what to change, not a stack trace.
    await Console.Error.WriteLineAsync($"The bot cannot start. {StartUp.Refusal(fault)}");
    return 1;
}
