using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.PracticeAccounts;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Tests.Cards;

namespace HartwoodPolicyBot.Tests.PracticeAccounts;

/// <summary>Compares each card about practice accounts with the approved one, and with the rules of Teams.</summary>
public sealed class PracticeAccountCardTests
{
    private static readonly DateOnly Today = new(2027, 1, 4);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Priya = PersonId.Of("priya");
    private static readonly PracticeAccountFields NoFields = new("", "", "", HasSecondFactor: false);

    public static TheoryData<string> States => [.. Cards.Keys];

    private static Dictionary<string, Func<TeamsActivity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["list-empty"] = () => AccountListCard.ForStaff([], 1),
            ["list-for-staff"] = () => AccountListCard.ForStaff([View()], 1),
            ["list-for-manager"] = () =>
                AccountListCard.ForManager([.. Enumerable.Repeat(View(), 9)], 2, Today, 1, "I've taken it off the list."),
            ["account-for-staff"] = () => AccountCard.ForStaff(View(), PersonId.Of("zoe")),
            ["account-with-access"] = () => AccountCard.ForStaff(View(), Priya),
            ["account-asked"] = () => AccountCard.ForStaff(View(), PersonId.Of("ben"), "I've sent your request to the practice manager."),
            ["account-for-manager"] = () => AccountCard.ForManager(View(), Today),
            ["account-end"] = () => AccountCard.AskEnd(Account()),
            ["access-asked"] = () => AccountAccessCard.Person(View(), Access("ben", "Ben Ode", AccessState.Asked)),
            ["access-granted"] = () => AccountAccessCard.Person(View(), Access("priya", "Priya Shah", AccessState.Granted)),
            ["access-was-first"] = () =>
                AccountAccessCard.Person(
                    View(),
                    Access("tom", "Tom *Reed*", AccessState.TakenAway),
                    PracticeAccountRefusals.WasFirst(Access("tom", "Tom *Reed*", AccessState.TakenAway)).Sentence
                ),
            ["access-give"] = () => AccountAccessCard.Give(View(), [.. Enumerable.Range(1, 12).Select(Member)], 1),
            ["passwords"] = () => AccountAccessCard.Passwords([View()], 1),
            ["passwords-none"] = () => AccountAccessCard.Passwords([], 1, banner: "I've noted that the password has been changed."),
            ["leaver"] = () => AccountAccessCard.Passwords([View()], 1, PersonId.Of("dawn")),
            ["requests"] = () =>
                AccountRequestCards.List(
                    new(
                        [Account(PracticeAccountState.AskedFor), Account(PracticeAccountState.Reported)],
                        [(Account(), Access("ben", "Ben Ode", AccessState.Asked))]
                    ),
                    1
                ),
            ["requests-none"] = () => AccountRequestCards.List(new([], []), 1),
            ["request-new"] = () => AccountRequestCards.Account(Account(PracticeAccountState.AskedFor)),
            ["request-reported"] = () => AccountRequestCards.Account(Account(PracticeAccountState.Reported)),
            ["told-granted"] = () => AccountRequestCards.Decided(Account(), Access("priya", "Priya Shah", AccessState.Granted)),
            ["told-refused"] = () => AccountRequestCards.Decided(Account(), Access("priya", "Priya Shah", AccessState.Refused)),
            ["told-taken-away"] = () => AccountRequestCards.Decided(Account(), Access("priya", "Priya Shah", AccessState.TakenAway)),
            ["told-listed"] = () => AccountRequestCards.Decided(Account()),
            ["told-not-listed"] = () => AccountRequestCards.Decided(Account(PracticeAccountState.Refused)),
            ["looks"] = () => AccountLookCard.Message([View(), View(new(2026, 12, 1))], Today, 1),
            ["looks-done"] = () => AccountLookCard.Message([View(new(2027, 1, 1))], Today, 1),
            ["form-add"] = () => AccountForms.Add(NoFields, Guid.Empty, PracticeAccountRefusals.NameMissing.Sentence),
            ["form-change"] = () => AccountForms.Change(Account(), new("Instagram", "@hartwood", "News", HasSecondFactor: true)),
            ["form-ask"] = () => AccountForms.Ask(Account()),
            ["form-new"] = () => AccountForms.New(NoFields, "", Guid.Empty),
            ["form-report"] = () => AccountForms.Report(NoFields, "", Guid.Empty),
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_card_about_practice_accounts_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
        Assert.NotEmpty(message.Summary!);
        Approved.Card($"accounts-{name}", card);
    }

    private static PracticeAccount Account(PracticeAccountState state = PracticeAccountState.Listed) =>
        new()
        {
            Id = Guid.Empty,
            Platform = "Instagram",
            Name = state == PracticeAccountState.AskedFor ? "" : "@hartwood",
            Purpose = "News and opening times",
            HasSecondFactor = true,
            State = state,
            AskedByName = "Ben Ode",
            Why = "Patients ask for *it*",
            AskedAt = Now,
            ListedAt = Now,
            Version = 3,
        };

    private static AccountAccess Access(string id, string name, AccessState state, bool holds = false) =>
        new()
        {
            PersonId = id,
            PersonName = name,
            State = state,
            Why = state == AccessState.Asked ? "I write the newsletter" : null,
            AskedAt = Now,
            HoldsSignIn = holds,
            PasswordToChange = state == AccessState.TakenAway,
            DecidedByName = state == AccessState.Asked ? null : "Margaret Ellis",
            DecidedAt = state == AccessState.Asked ? null : Now,
            Version = 2,
        };

    private static PracticeAccountView View(DateOnly? looked = null) =>
        new(
            Account(),
            [
                Access("ben", "Ben Ode", AccessState.Asked),
                Access("dawn", "Dawn Hill", AccessState.Granted),
                Access("priya", "Priya Shah", AccessState.Granted, holds: true),
                Access("tom", "Tom *Reed*", AccessState.TakenAway),
            ],
            looked is { } month
                ? new()
                {
                    Month = month,
                    At = PracticeTime.At(month.AddDays(2), new(9, 0)),
                    ById = "m",
                    ByName = "Margaret Ellis",
                }
                : null,
            new HashSet<string>(StringComparer.Ordinal) { "dawn" }
        );

    private static StaffMember Member(int number) => new() { PersonId = $"p{number}", Name = $"Person {number}" };
}
