using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>An offer can be used once, whichever instance is asked, on both databases.</summary>
public sealed class FileOfferTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Two_instances_with_many_simultaneous_requests_give_a_file_once(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var time = new FakeTime();
        FileOffers[] instances = [Instance(), Instance()];
        var secret = await instances[0].MakeLinkAsync(new("training-records", null), PersonId.Of("priya"), default);
        var id = (await instances[1].FindAsync(secret, default))!.Value.Offer.Id;

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => instances[number % 2].ClaimAsync(id, default)));

        Assert.Equal(1, claims.Count(won => won));
        Assert.Equal(FileOfferState.Used, (await instances[0].FindAsync(secret, default))!.Value.State);
        await instances[0].ReleaseAsync(id);
        time.Advance(FileOffers.LinkLifetime + TimeSpan.FromSeconds(1));
        Assert.False(await instances[1].ClaimAsync(id, default));

        FileOffers Instance()
        {
            var unit = test.UnitOfWork(new Outbox(time));
            return new(unit, new Audit(unit, time, NullLogger<Audit>.Instance), time);
        }
    }
}
