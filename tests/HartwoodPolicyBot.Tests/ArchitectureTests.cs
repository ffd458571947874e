using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using HartwoodPolicyBot.BotBuilder;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Tests;

/// <summary>
/// Says which folder may use which. The compiler checks references between projects; these are the rules that it does not check. They
/// are read from the compiled code, so a call inside a method counts as much as a field.
/// </summary>
public sealed class ArchitectureTests
{
    private const string CoreRoot = "HartwoodPolicyBot.Core";
    private const string BotRoot = "HartwoodPolicyBot";

    private static readonly System.Reflection.Assembly[] Projects =
    [
        typeof(PolicyLibrary).Assembly,
        typeof(TeamsActivity).Assembly,
        typeof(TeamsAdapter).Assembly,
        typeof(AdaptiveCards.AdaptiveCard).Assembly,
        typeof(Program).Assembly,
    ];

    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(Projects).Build();

    /// <summary>
    /// Lists what every feature in Core may use. The policies' documents are among them, because answers, questions and sign-offs
    /// quote them.
    /// </summary>
    private static readonly string[] CoreBase = ["Common", "Storage", "Staff", "Delivery", "Privacy", "Channels", "Policies"];

    /// <summary>
    /// Lists which other features a feature in Core may use, in one direction only: from finding a section to answering a
    /// question, and from what words mean to a report about the practice manager.
    /// </summary>
    private static readonly Dictionary<string, string[]> CoreFeatures = new()
    {
        ["Search"] = [],
        ["QuestionLog"] = ["Search"],
        ["ManagerQuestions"] = ["Search", "QuestionLog"],
        ["TaughtPhrasings"] = ["Search", "QuestionLog", "ManagerQuestions"],
        ["Answers"] = ["Search", "QuestionLog", "ManagerQuestions", "TaughtPhrasings"],
        ["Training"] = [],
        ["Incidents"] = ["Search"],
        ["PolicySignOff"] = [],
        ["PostChecks"] = ["Search"],
        ["PracticeAccounts"] = [],
        ["Interests"] = [],
        ["Guidance"] = [],
        ["Monitoring"] = ["QuestionLog", "Training", "Incidents", "PolicySignOff", "PracticeAccounts", "Guidance"],
        ["PictureChecks"] = [],
        ["PolicyConcerns"] = [],
    };

    /// <summary>Lists the folders of the bot that serve all features.</summary>
    private static readonly string[] BotBase = ["Routing", "Welcome", "Web", "Files", "Jobs", "Delivery", "Channels", "Policies"];

    /// <summary>
    /// Lists which other features a feature of the bot may use, for example because an answer offers to ask the practice manager.
    /// </summary>
    private static readonly Dictionary<string, string[]> BotFeatures = new()
    {
        ["Answers"] = ["ManagerQuestions"],
        ["ManagerQuestions"] = [],
        ["TaughtPhrasings"] = ["ManagerQuestions"],
        ["Incidents"] = [],
        ["Monitoring"] = [],
        ["PolicySignOff"] = [],
        ["PostChecks"] = [],
        ["PracticeAccounts"] = [],
        ["Interests"] = [],
        ["Guidance"] = [],
        ["PictureChecks"] = [],
        ["PolicyConcerns"] = [],
        ["Privacy"] = [],
        ["Training"] = [],
    };

    /// <summary>Lists the folders of the bot that bring features together.</summary>
    private static readonly string[] SeesAll = ["Home", "Status", "Start", ""];

    [Fact]
    public void Core_uses_neither_Teams_nor_ASP_NET() =>
        AssertKnowsNot(CoreRoot, mustKnow: "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Bot", "AdaptiveCards");

    [Fact]
    public void The_Teams_port_uses_no_SDK_no_feature_and_no_database() =>
        AssertKnowsNot(
            "HartwoodPolicyBot.Teams",
            mustKnow: "Microsoft.IdentityModel",
            "Microsoft.Bot",
            "Newtonsoft",
            "Microsoft.EntityFrameworkCore",
            CoreRoot
        );

    [Fact]
    public void No_two_types_have_one_name()
    {
        var names = Projects
            .SelectMany(project => project.GetTypes())
            .Where(type => !type.IsNested && type.Namespace?.StartsWith(BotRoot, StringComparison.Ordinal) == true && !IsGenerated(type))
            .Select(type => type.Name)
            .ToList();

        Assert.True(names.Count > 500);
        Assert.DoesNotContain(names.CountBy(name => name), name => name.Value > 1);

        // Migrations and compiled models are written by dotnet ef; "_Imports" are Razor's.
        static bool IsGenerated(System.Type type) =>
            type.Name.StartsWith('_') || type.Namespace!.Split('.').Any(part => part is "Migrations" or "CompiledModels");
    }

    [Fact]
    public void Only_the_Bot_Builder_folder_uses_the_SDK()
    {
        var known = Uses("HartwoodPolicyBot.BotBuilder").Where(use => use.To.StartsWith("Microsoft.Bot.", StringComparison.Ordinal));

        Assert.NotEmpty(known);
        Assert.DoesNotContain(
            Code.Types.Where(type => !IsIn(type.FullName, "HartwoodPolicyBot.BotBuilder")).SelectMany(Dependencies),
            use => use.To.StartsWith("Microsoft.Bot.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_Core_feature_uses_only_the_shared_folders_and_the_features_listed_for_it()
    {
        var uses = (
            from use in Uses(CoreRoot)
            where IsIn(use.To, CoreRoot)
            select new Use(use.From, use.To, Folder(use.From, CoreRoot), Folder(use.To, CoreRoot))
        ).ToList();

        AssertMatched(uses, CoreFeatures.Keys);
        Assert.Empty(
            from use in uses
            where use.Folder != use.Used && !CoreBase.Contains(use.Used) && use.Used != ""
            where CoreFeatures.TryGetValue(use.Folder, out var allowed) ? !allowed.Contains(use.Used) : use.Folder is not ("Storage" or "")
            select $"{use.From} uses {use.To}"
        );
    }

    [Fact]
    public void A_bot_feature_uses_only_the_shared_folders_and_the_features_listed_for_it()
    {
        var uses = BotUses(BotRoot).ToList();

        AssertMatched(uses, BotFeatures.Keys);
        Assert.Empty(
            from use in uses
            where use.Folder != use.Used && BotFeatures.ContainsKey(use.Used)
            where
                BotFeatures.TryGetValue(use.Folder, out var allowed)
                    ? !allowed.Contains(use.Used)
                    : !SeesAll.Contains(use.Folder) && (use.Folder, use.Used) != ("Routing", "Answers")
            select $"{use.From} uses {use.To}"
        );
    }

    [Fact]
    public void A_bot_feature_uses_only_its_own_Core_feature_and_the_shared_Core_folders()
    {
        var uses = BotUses(CoreRoot).ToList();

        AssertMatched(uses, BotFeatures.Keys);
        Assert.Empty(
            from use in uses
            where BotFeatures.ContainsKey(use.Folder) && use.Folder != use.Used && !CoreBase.Contains(use.Used)
            where !CoreFeatures.GetValueOrDefault(use.Folder, []).Contains(use.Used)
            select $"{use.From} uses {use.To}"
        );
    }

    [Fact]
    public void No_conversation_class_opens_the_database_or_reads_the_clock()
    {
        var conversations = Code.Types.Where(type => type.Name.EndsWith("Conversation", StringComparison.Ordinal)).ToList();

        Assert.True(conversations.Count >= 15);
        Assert.DoesNotContain(
            conversations.SelectMany(Dependencies),
            use => use.To.EndsWith("DbContext", StringComparison.Ordinal) || use.To == "System.TimeProvider"
        );
    }

    private static void AssertKnowsNot(string root, string mustKnow, params string[] mustNotKnow)
    {
        var uses = Uses(root).ToList();

        Assert.Contains(uses, use => use.To.StartsWith(mustKnow, StringComparison.Ordinal));
        Assert.DoesNotContain(uses, use => mustNotKnow.Any(one => use.To.StartsWith(one, StringComparison.Ordinal)) && !IsIn(use.To, root));
    }

    /// <summary>Fails if a rule names a folder that does not exist, because such a rule would always hold.</summary>
    private static void AssertMatched(IEnumerable<Use> uses, IEnumerable<string> folders) =>
        Assert.Empty(folders.Except(uses.Select(use => use.Folder)));

    private static IEnumerable<Use> BotUses(string used) =>
        from use in Uses(BotRoot)
        where !IsIn(use.From, CoreRoot) && !IsIn(use.From, "HartwoodPolicyBot.Teams") && !IsIn(use.From, "HartwoodPolicyBot.BotBuilder")
        where IsIn(use.To, used) && (used == CoreRoot || !IsIn(use.To, CoreRoot))
        select new Use(use.From, use.To, Folder(use.From, BotRoot), Folder(use.To, used));

    private static IEnumerable<(string From, string To)> Uses(string root) =>
        Code.Types.Where(type => IsIn(type.FullName, root)).SelectMany(Dependencies);

    private static IEnumerable<(string From, string To)> Dependencies(IType type) =>
        type.Dependencies.Select(dependency => (type.FullName, dependency.Target.FullName)).Distinct();

    private static bool IsIn(string type, string root) => type.StartsWith(root + ".", StringComparison.Ordinal);

    /// <summary>Says that one type uses another, and which folders they are in.</summary>
    private sealed record Use(string From, string To, string Folder, string Used);

    /// <summary>Returns the folder right under the root; empty for a type that is in none.</summary>
    private static string Folder(string type, string root) => type[(root.Length + 1)..].Split('.') is [var folder, _, ..] ? folder : "";
}
