using System.Text.Json;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Tests.PostChecks;

public sealed class DraftBankTests
{
    private const double Near = 0.3;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Content", "Posts");

    [Fact]
    public void The_bank_has_900_drafts_and_two_in_five_are_fine()
    {
        var bank = DraftBank.Load(Folder);

        Assert.True(bank.Count >= 900);
        Assert.True(bank.Count(draft => draft.Spans.Count == 0) >= 0.39 * bank.Count);
    }

    [Fact]
    public void No_draft_of_the_bank_is_nearly_a_measured_one()
    {
        var measured = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", "posts.jsonl"))
            .Select(line => Triples(JsonSerializer.Deserialize<JsonElement>(line).GetProperty("text").GetString()!))
            .ToList();

        Assert.Equal(60, measured.Count);
        Assert.DoesNotContain(
            DraftBank.Load(Folder),
            draft => Triples(draft.Text) is { Count: > 3 } own && measured.Any(other => own.Count(other.Contains) >= Near * own.Count)
        );
    }

    private static HashSet<string> Triples(string text)
    {
        var words = Terms.Words(text);
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - 2)).Select(at => string.Join(' ', words.Skip(at).Take(3)))];
    }
}
