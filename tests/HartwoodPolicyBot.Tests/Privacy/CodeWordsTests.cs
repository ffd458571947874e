using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>What my data shows of the audit and of what was sent is words: each code that the program writes has some.</summary>
public sealed partial class CodeWordsTests
{
    [Fact]
    public void Each_thing_that_a_practice_manager_does_has_a_sentence()
    {
        var codes = Codes(Dotted())
            .Where(code => code != "reading.confirm")
            .Append(BotVerbs.UseChannel)
            .Append(BotVerbs.SendAgain)
            .ToList();

        Assert.Contains("training.assign", codes);
        Assert.Contains("monitoring.evidence", codes);
        Assert.All(codes, code => Assert.True(AuditCodeNames.Did(code) is { } words && words.EndsWith('.'), code));
    }

    [Fact]
    public async Task Each_thing_that_can_be_refused_has_words()
    {
        await using var bot = await BotHost.StartAsync();
        var answering = bot
            .Services.GetServices<IConversation>()
            .Where(conversation => conversation.GetType().Name is "AnsweringConversation" or "AnswersConversation" or "GapsConversation")
            .ToList();
        Assert.Equal(3, answering.Count);
        var codes = Codes(Tried())
            .Concat(answering.SelectMany(conversation => conversation.Verbs).Select(verb => verb.Verb))
            .Concat([BotVerbs.UseChannel, BotVerbs.SendAgain, BotVerbs.Status])
            .ToList();

        foreach (var known in new[] { "training", "monitoring", "file", "report", "take-on", "look", "reading.confirm" })
        {
            Assert.Contains(known, codes);
        }

        Assert.All(codes, code => Assert.True(AuditCodeNames.Wanted(code) is not null, code));
    }

    [Fact]
    public async Task Each_kind_of_message_and_of_file_has_words()
    {
        await using var bot = await BotHost.StartAsync();
        var (messages, files) = (
            bot.Services.GetServices<IDeliveryContent>().SelectMany(content => content.Kinds).ToList(),
            bot.Services.GetServices<IFileContent>().Select(content => content.Kind).ToList()
        );

        Assert.NotEmpty(messages);
        Assert.NotEmpty(files);
        Assert.All(messages, kind => Assert.True(DeliveryKindNames.Message(kind) is not null, kind));
        Assert.All(files, kind => Assert.True(DeliveryKindNames.File(kind) is not null, kind));
    }

    private static IEnumerable<string> Codes(Regex written, [CallerFilePath] string file = "") =>
        Directory
            .EnumerateFiles(Path.Combine(Path.GetDirectoryName(file)!, "../../../src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => written.Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["code"].Value)
            .Distinct(StringComparer.Ordinal);

    /// <summary>An area and a verb, as DidAsync takes them; not the name of a file.</summary>
    [GeneratedRegex(
        "\"(?<code>(answers|gaps|incidents?|monitoring|policies|privacy|questions?|reading|staff|status|training)"
            + "\\.(?!html|json|css|csv|txt|xlsx)[a-z-]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Dotted();

    /// <summary>What is given to the calls that write a refused attempt, or that lead to one.</summary>
    [GeneratedRegex(
        "(RefusalAsync|ClickedAsync|RefusedAsync|WorkAsync|ChangeAsync|LookAsync)\\(\\s*[^,()]+(\\([^()]*\\))?,\\s*\"(?<code>[a-z.-]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tried();
}
