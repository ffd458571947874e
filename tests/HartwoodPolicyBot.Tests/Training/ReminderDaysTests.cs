using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Tests.Training;

public sealed class ReminderDaysTests
{
    [Theory]
    [InlineData("2027-06-15", 12, "2028-06-15")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2027-02-28", 12, "2028-02-28")]
    [InlineData("2027-08-31", 6, "2028-02-29")]
    [InlineData("2027-10-31", 1, "2027-11-30")]
    [InlineData("2027-12-31", 12, "2028-12-31")]
    public void The_refresher_is_due_on_the_same_day_of_the_month_or_on_its_last_day(string passed, int months, string due) =>
        Assert.Equal(DateOnly.Parse(due), new TrainingOptions { RefresherMonths = months }.RefresherDueOn(DateOnly.Parse(passed)));

    /// <summary>
    /// The training is due on Monday 25 January 2027: 14 and 7 days before are Mondays, and one day before is a Sunday, so Friday.
    /// </summary>
    [Theory]
    [InlineData("2027-01-08", null)]
    [InlineData("2027-01-11", "2027-01-11")]
    [InlineData("2027-01-17", "2027-01-11")]
    [InlineData("2027-01-18", "2027-01-18")]
    [InlineData("2027-01-22", "2027-01-22")]
    [InlineData("2027-01-25", "2027-01-25")]
    [InlineData("2027-01-31", "2027-01-25")]
    [InlineData("2027-02-01", "2027-02-01")]
    [InlineData("2027-03-05", "2027-03-01")]
    public void Reminders_come_14_7_and_1_days_before_on_the_day_and_then_weekly(string today, string? latest) =>
        Assert.Equal(latest is null ? null : DateOnly.Parse(latest), ReminderDays.Latest(new(2027, 1, 25), DateOnly.Parse(today)));

    /// <summary>The training is due on Easter Monday 2027 (29 March, after Good Friday), so the last working day is Thursday.</summary>
    [Fact]
    public void A_day_off_counts_as_the_working_day_before_it()
    {
        Assert.Equal(new DateOnly(2027, 3, 25), ReminderDays.Latest(new(2027, 3, 29), new(2027, 3, 29)));
        Assert.Equal(new DateOnly(2027, 3, 22), ReminderDays.Latest(new(2027, 3, 29), new(2027, 3, 24)));
        Assert.Equal(new DateOnly(2027, 3, 30), WorkingDays.OnOrAfter(new(2027, 3, 29)));
    }

    [Theory]
    [InlineData("2026-11-23T08:59:00Z", false)]
    [InlineData("2026-11-23T09:00:00Z", true)]
    [InlineData("2026-11-23T18:00:00Z", false)]
    [InlineData("2026-11-22T09:00:00Z", false)]
    [InlineData("2026-12-25T09:00:00Z", false)]
    [InlineData("2027-06-15T07:59:00Z", false)]
    [InlineData("2027-06-15T08:00:00Z", true)]
    public void The_bot_speaks_on_working_days_from_nine_in_London(string now, bool isTime) =>
        Assert.Equal(isTime, WorkingHours.Include(DateTimeOffset.Parse(now)));

    [Fact]
    public void No_reminder_is_due_if_the_training_is_done_or_the_person_was_told_since()
    {
        var assignment = new TrainingAssignment
        {
            Key = "k",
            PersonId = "p",
            AssignedOn = new(2027, 1, 11),
            DueOn = new(2027, 1, 25),
            RemindedOn = new(2027, 1, 11),
        };

        Assert.False(ReminderDays.IsDue(assignment, new(2027, 1, 15)));
        Assert.True(ReminderDays.IsDue(assignment, new(2027, 1, 18)));
        assignment.RemindedOn = new(2027, 1, 18);
        Assert.False(ReminderDays.IsDue(assignment, new(2027, 1, 18)));
        assignment.RemindedOn = new(2027, 1, 11);
        assignment.CompletedAt = DateTimeOffset.UnixEpoch;
        Assert.False(ReminderDays.IsDue(assignment, new(2027, 1, 18)));
    }
}
