using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>A year of a practice on SQLite.</summary>
public sealed class YearOfRemindersTests : YearOfReminders
{
    [Fact]
    public Task Two_instances_plan_exactly_the_messages_of_the_rules_at_most_one_a_person_a_day() => PlayAsync(StorageProvider.Sqlite);
}

/// <summary>The same on PostgreSQL. It is a class of its own, so that the two years are played at the same time.</summary>
public sealed class YearOfRemindersOnPostgreSqlTests : YearOfReminders
{
    [SkippableFact]
    public Task Two_instances_plan_exactly_the_messages_of_the_rules_at_most_one_a_person_a_day() => PlayAsync(StorageProvider.PostgreSql);
}

/// <summary>
/// Plays a year of a practice, day by day: people join, train, forget, leave and come back. The planned messages are compared with
/// the rules, which are written here a second time and in another way.
/// </summary>
public abstract class YearOfReminders
{
    private const int People = 200;
    private const int Days = 365;

    protected static async Task PlayAsync(StorageProvider provider)
    {
        // A refresher after half a year falls into the year.
        await using var host = await TrainingTestHost.CreateAsync(provider, new TrainingOptions { RefresherMonths = 6 });
        var second = host.Another();
        var chance = new Random(20261123);
        var rules = new Dictionary<string, RulesForOne>(StringComparer.Ordinal);
        var expected = new List<(string, DateOnly)>();
        var first = PracticeTime.Today(host.Time);

        for (var number = 0; number < Days; number++)
        {
            var today = first.AddDays(number);
            foreach (var (hour, minute) in new[] { (9, 0), (9, 1), (13, 0) })
            {
                host.GoTo(today, hour, minute);
                await Task.WhenAll(host.One.PlanDueAsync(), second.PlanDueAsync());
            }

            if (WorkingDays.IsWorkingDay(today))
            {
                expected.AddRange(rules.Where(person => person.Value.HearsOn(today)).Select(person => (person.Key, today)));
            }

            await ReadAsync(host, rules, chance, number);
            await LiveAsync(host, rules, chance, today, expected);
        }

        var planned = await host.RemindedAsync();
        Assert.Equal(expected.Order(), planned);
        Assert.Equal(planned.Count, planned.Distinct().Count());
        Assert.InRange(planned.Count, 1000, 20_000);
    }

    /// <summary>Plays lunchtime: sign-off rounds, a new version of the policy, and people who confirm.</summary>
    private static async Task ReadAsync(TrainingTestHost host, Dictionary<string, RulesForOne> rules, Random chance, int number)
    {
        if (number is 60 or 230)
        {
            Assert.Null(await host.SendRoundAsync());
            foreach (var person in rules.Values)
            {
                person.IsAskedToRead();
            }
        }

        if (number == 200)
        {
            host.Publish("2");
            foreach (var person in rules.Values)
            {
                person.NewVersion();
            }
        }

        foreach (var (id, person) in rules.Where(person => person.Value is { HasToRead: true, IsAside: false } && chance.Next(100) < 3))
        {
            var open = (await host.One.Readings.OpenAsync(PersonId.Of(id), default)).Single();
            Assert.Null((await host.One.Readings.ConfirmAsync(PersonId.Of(id), new(open.Now!.Id), default)).Refusal);
            person.NothingToRead();
        }
    }

    /// <summary>Plays the afternoon: people join, train, leave and come back.</summary>
    private static async Task LiveAsync(
        TrainingTestHost host,
        Dictionary<string, RulesForOne> rules,
        Random chance,
        DateOnly today,
        List<(string, DateOnly)> expected
    )
    {
        for (var joined = 0; joined < 4 && rules.Count < People && chance.Next(100) < 70; joined++)
        {
            var id = $"p{rules.Count:000}";
            await host.JoinAsync(id);
            rules[id] = new();
            rules[id].Gets(host.Options.InductionDueOn(today), told: today, isInduction: true);
            if (await host.RoundIsSentAsync())
            {
                rules[id].IsAskedToRead(told: today);
            }
        }

        foreach (var (id, person) in rules)
        {
            switch (chance.Next(1000))
            {
                case < 12 when !person.IsAside:
                    Assert.Equal(AttemptState.Passed, (await host.TakeAsync(id)).State);
                    person.Passes();
                    person.Gets(today.AddMonths(host.Options.RefresherMonths), told: today);
                    break;
                case < 15 when !person.IsAside:
                    Assert.Equal(AttemptState.Failed, (await host.TakeAsync(id, wrong: 9)).State);
                    break;
                case < 17 when !person.IsAside:
                    var due = today.AddDays(chance.Next(40));
                    Assert.Null(
                        await host.One.Assigning.AssignAsync(
                            PersonId.Of(TrainingTestHost.Manager),
                            PersonId.Of(id),
                            "Personal Development Review",
                            due,
                            Guid.NewGuid(),
                            default
                        )
                    );
                    person.Gets(due, told: null);
                    if (WorkingDays.IsWorkingDay(today) && person.LastHeard != today)
                    {
                        person.Hears(today);
                        expected.Add((id, today));
                    }

                    break;
                case < 19:
                    person.IsAside = !person.IsAside;
                    if (person.IsAside)
                    {
                        person.AsideOn = today;
                    }
                    else if (person.AsideOn < today)
                    {
                        // Somebody who comes back after the induction was due gets as long for it as somebody new.
                        person.RenewsInduction(today, host.Options.InductionDueOn(today));
                    }

                    if (!person.IsAside && !person.WasAsked && await host.RoundIsSentAsync())
                    {
                        person.IsAskedToRead();
                    }

                    Assert.Null(
                        await host.One.Leaving.MarkAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of(id), person.IsAside, default)
                    );
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Holds the rules for one person, kept as lists of days.</summary>
    private sealed class RulesForOne
    {
        private readonly List<(HashSet<DateOnly> Days, DateOnly? Told, DateOnly Due, bool IsInduction)> open = [];

        private DateOnly? readingTold;

        public bool IsAside { get; set; }

        public DateOnly AsideOn { get; set; }

        public bool HasToRead { get; private set; }

        /// <summary>Says whether the person was asked to sign off the present version.</summary>
        public bool WasAsked { get; private set; }

        public DateOnly? LastHeard { get; private set; }

        public void Gets(DateOnly due, DateOnly? told, bool isInduction = false) => open.Add((DaysOf(due), told, due, isInduction));

        public void RenewsInduction(DateOnly today, DateOnly due)
        {
            if (open.RemoveAll(item => item.IsInduction && item.Due < today) > 0)
            {
                Gets(due, told: null, isInduction: true);
            }
        }

        public void Passes() => open.Clear();

        public void IsAskedToRead(DateOnly? told = null)
        {
            // Somebody who is marked as having left is asked when they are back.
            WasAsked = HasToRead = !IsAside;
            readingTold = told;
        }

        public void NothingToRead() => HasToRead = false;

        public void NewVersion() => (HasToRead, WasAsked) = (false, false);

        /// <summary>Tells the person of policies to sign off, and of training that is due or near.</summary>
        public void Hears(DateOnly today)
        {
            LastHeard = today;
            readingTold = today;
            var isNear = IsTrainingNear(today);
            for (var at = 0; isNear && at < open.Count; at++)
            {
                open[at] = open[at] with { Told = today };
            }
        }

        /// <summary>
        /// Tells the person of everything at once if there is a reminder day that they have not heard of yet. Returns whether they
        /// heard.
        /// </summary>
        public bool HearsOn(DateOnly today)
        {
            var hears =
                !IsAside
                && (
                    open.Exists(item => item.Told is not { } told || item.Days.Any(day => day > told && day <= today))
                    || (HasToRead && (readingTold is not { } last || last.AddDays(7) <= today))
                );
            if (hears)
            {
                Hears(today);
            }

            return hears;
        }

        private bool IsTrainingNear(DateOnly today) => open.Exists(item => item.Told is null || item.Days.Any(day => day <= today));

        private static HashSet<DateOnly> DaysOf(DateOnly due)
        {
            var days = new HashSet<DateOnly>();
            for (var day = due.AddDays(-14); day <= due.AddDays(2 * Days); day = day.AddDays(1))
            {
                var before = due.DayNumber - day.DayNumber;
                if (before is 14 or 7 or 1 or 0 || (before < 0 && before % 7 == 0))
                {
                    var working = day;
                    while (!WorkingDays.IsWorkingDay(working))
                    {
                        working = working.AddDays(-1);
                    }

                    days.Add(working);
                }
            }

            return days;
        }
    }
}
