using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Returns the names of policies as people read them.</summary>
internal static class PolicyTitle
{
    /// <summary>
    /// Returns what is known of the policy itself: its version, owner, dates and length, and which of these nobody has stated.
    /// </summary>
    public static string WhatIsKnown(PolicyDocument document)
    {
        var (stated, missing) = (new List<string>(), new List<string>());
        Add(document.Version, version => $"this is version {version}.", "which version it is");
        Add(document.Owner, owner => $"{owner} owns it.", "who owns it");
        Add(Day(document.ApprovedOn), day => $"It was approved on {day}.", "when it was approved");
        Add(Day(document.ReviewBy), day => $"It's due for review by {day}.", "when it's due for review");
        if (missing.Count > 0)
        {
            var all = missing.Count > 1 ? $"{string.Join(", ", missing[..^1])} or {missing[^1]}" : missing[0];
            stated.Insert(
                document.Version is null ? 0 : stated.Count,
                $"{(document.Version is null ? "the" : "The")} policy doesn't say {all}."
            );
        }

        stated.Add("It doesn't name its author.");
        stated.Add($"It has {CountWords.Of(document.Sections.Count, "section")} and about {CountWords.Of(Length(document), "word")}.");
        if (document.InForceFrom is { } day)
        {
            stated.Add($"I've quoted this text since {PracticeTime.Text(day)}.");
        }

        return $"{document.Title}: {string.Join(' ', stated)}";

        void Add(string? fact, Func<string, string> sentence, string what)
        {
            if (fact is null)
            {
                missing.Add(what);
            }
            else
            {
                stated.Add(sentence(fact));
            }
        }
    }

    private static int Length(PolicyDocument document) =>
        document.Sections.SelectMany(section => section.Clauses).Sum(clause => clause.Text.Split(' ').Length);

    private static string? Day(DateOnly? day) => day is { } known ? PracticeTime.Text(known) : null;

    /// <summary>Returns "Social media policy, version 3", or only the title if the policy states no version.</summary>
    public static string WithVersion(PolicyDocument document) =>
        document.Version is { } version ? $"{document.Title}, version {version}" : document.Title;
}
