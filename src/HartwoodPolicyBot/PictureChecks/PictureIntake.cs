using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PictureChecks;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.PictureChecks;

/// <summary>Holds a picture that was checked, and the id by which a copy of it can be asked for.</summary>
internal sealed record CheckedPicture(Guid Id, PictureCheck Check, bool IsMisnamed);

/// <summary>
/// Fetches pictures, and has them checked or copied: one at a time for each person and two at a time in all, because each is in
/// memory meanwhile. None is written anywhere.
/// </summary>
internal sealed class PictureIntake(FileDownload download, CheckPicture check, SentPictures sent, PictureOptions options) : IDisposable
{
    private const int MostAtOnce = 2;
    private const int BytesPerMegabyte = 1024 * 1024;
    private readonly ConcurrentDictionary<PersonId, bool> underWay = new();
    private readonly SemaphoreSlim room = new(MostAtOnce, MostAtOnce);

    public async Task<Outcome<CheckedPicture>> CheckAsync(PersonId person, SentFile file, CancellationToken cancellationToken)
    {
        if (!underWay.TryAdd(person, true))
        {
            return PictureRefusals.StillChecking;
        }

        try
        {
            var checkedFile = await WithAsync(file, bytes => check.CheckAsync(bytes, cancellationToken), cancellationToken);
            return checkedFile.Value is { } found
                ? new CheckedPicture(sent.Add(person, file), found, PictureWords.IsMisnamed(file.IsPasted ? "" : file.Name, found.Kind))
                : checkedFile.Refusal!;
        }
        finally
        {
            underWay.TryRemove(person, out _);
        }
    }

    /// <summary>Fetches a picture once more, and returns a copy that gives nothing away.</summary>
    public Task<Outcome<byte[]>> CopyAsync(SentFile file, CancellationToken cancellationToken) =>
        WithAsync(file, bytes => Task.FromResult(check.Copy(bytes)), cancellationToken);

    public void Dispose() => room.Dispose();

    private async Task<Outcome<T>> WithAsync<T>(SentFile file, Func<byte[], Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : class
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            var fetched = await download.GetAsync(file, options.MostMegabytes * BytesPerMegabyte, cancellationToken);
            if (fetched.Content is not { } content)
            {
                return Refusal(fetched.State);
            }

            await using (content)
            {
                // A copy of its exact length, so that what holds the file while it arrives can go.
                return await work(content.ToArray());
            }
        }
        finally
        {
            room.Release();
        }
    }

    private Refusal Refusal(DownloadState state) =>
        state switch
        {
            DownloadState.TooLarge => PictureRefusals.TooLarge(options.MostMegabytes),
            DownloadState.AddressRefused => PictureRefusals.WrongPlace,
            _ => PictureRefusals.NotFetched,
        };
}
