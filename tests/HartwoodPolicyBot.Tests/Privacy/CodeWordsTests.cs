using System.Reflection;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>My data shows the audit and the sent messages in words, so each code that the bot stores must have some.</summary>
public sealed class CodeWordsTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public void Each_action_of_a_practice_manager_has_a_sentence_and_keeps_its_code()
    {
        var actions = Words.SelectMany(feature => feature.Actions).ToList();

        Assert.All(actions, action => Assert.EndsWith(".", action.Did, StringComparison.Ordinal));
        Assert.Equivalent(Declared<AuditedAction>(), actions, strict: true);
        AssertCodes(
            """
            accounts.change accounts.decline accounts.grant accounts.list accounts.password accounts.refuse accounts.remove
            accounts.sign-in accounts.take-away
            answers.add answers.change answers.remove gaps.set-aside guidance.check
            monitoring.evidence monitoring.excel monitoring.page policy.bring-back
            policy.call-off policy.in-use policy.out-of-use policy.publish question.answer
            reading.remind reading.send send-again taught.teach taught.undo training.assign training.bring-back training.records
            training.remind training.scenario training.scenario-aside training.scenario-use training.set-aside use-channel
            """,
            actions.Select(action => action.Code)
        );
    }

    [Fact]
    public void Each_refusable_action_has_words_and_keeps_its_code()
    {
        var attempts = Words.SelectMany(feature => feature.Attempts).ToList();

        Assert.All(attempts, attempt => Assert.StartsWith("To ", attempt.Wanted, StringComparison.Ordinal));
        Assert.Equivalent(Declared<AuditedAttempt>(), attempts, strict: true);
        AssertCodes(
            """
            accounts interest interests
            acknowledge actions add answer answer-add answer-change answer-new answer-remove answer-remove-form answer-save answers
            answers-find close code complaint-acknowledged decide describe file gap gap-answer gap-set-aside gap-teach gaps grade
            guidance home look
            monitoring note pass-on policy policy-concern policy-concern-code policy-concern-raise question question-give-always
            question-send reading reading.confirm reopen report see
            send-again speak-up-list status take-on taught taught-choose taught-see taught-teach taught-undo training
            training-scenarios use-channel
            withdraw
            """,
            attempts.Select(attempt => attempt.Code)
        );
    }

    [Fact]
    public void Each_kind_of_message_has_words_and_keeps_its_code()
    {
        var kinds = bot.Services.GetServices<DeliveryKind>().ToList();

        Assert.All(kinds, kind => Assert.NotEmpty(kind.Words));
        Assert.Superset(DeclaredKinds(), kinds.Select(kind => kind.Code).ToHashSet());
        AssertCodes(
            """
            account-decision account-leaver account-look account-request
            due given-up guidance-check incident monitoring-report no-channel policy-concern policy-concern-told question question-answer
            question-no-channel question-nudge reading-changed reminder speak-up-incident speak-up-notice speak-up-policy-concern
            speak-up-policy-concern-told speak-up-reminder speak-up-told speak-up-undelivered told
            training-help training-overdue training-scenario
            """,
            kinds.Select(kind => kind.Code)
        );
    }

    [Fact]
    public void Each_kind_of_file_has_words_and_keeps_its_code()
    {
        var kinds = bot.Services.GetServices<FileKind>().ToList();

        Assert.All(kinds, kind => Assert.NotEmpty(kind.Words));
        AssertCodes(
            """
            monitoring-evidence monitoring-excel monitoring-excel-share monitoring-page monitoring-page-share my-data-json my-data-page
            picture-copy policy-review
            training-records
            """,
            kinds.Select(kind => kind.Code)
        );
    }

    private List<AuditWords> Words => [.. bot.Services.GetServices<AuditWords>()];

    /// <summary>Returns everything that the features declare, whether it is registered or not.</summary>
    private static List<T> Declared<T>() =>
        [
            .. Types()
                .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
                .Where(property => property.PropertyType == typeof(T))
                .Select(property => (T)property.GetValue(null)!),
        ];

    private static HashSet<string> DeclaredKinds() =>
        [
            .. Types()
                .Where(type => type.Name.EndsWith("DeliveryKinds", StringComparison.Ordinal))
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!),
        ];

    private static IEnumerable<Type> Types() => typeof(AuditWords).Assembly.GetTypes().Concat(typeof(IFileContent).Assembly.GetTypes());

    private static void AssertCodes(string expected, IEnumerable<string> codes) =>
        Assert.Equal(
            expected.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            codes.Order(StringComparer.Ordinal)
        );
}
