using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.Policies;

/// <summary>Fetches a file that a practice manager sent, and reads a policy from it.</summary>
public sealed class PolicyUpload(FileDownload download, PolicyImport import, TimeProvider time)
{
    public const int MostBytes = 10 * 1024 * 1024;
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(20);

    public async Task<Outcome<ImportedPolicy>> ReadAsync(SentFile file, CancellationToken cancellationToken)
    {
        var fetched = await download.GetAsync(file.Address, MostBytes, cancellationToken);
        if (fetched.Content is not { } content)
        {
            return Refusal(fetched.State);
        }

        await using (content)
        {
            using var timeout = new CancellationTokenSource(LongestReading, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            try
            {
                var read = await Task.Run(() => import.Read(content, file.Name, either.Token), either.Token);
                return read.Policy is { } policy ? policy : read.Refusal!;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new Refusal(
                    RefusalKind.BadInput,
                    "import-too-slow",
                    "I gave up after 20 seconds, because this file takes too long to read. "
                        + "Please save it as a simpler .docx and send it again."
                );
            }
        }
    }

    private static Refusal Refusal(DownloadState state) =>
        state switch
        {
            DownloadState.TooLarge => new(
                RefusalKind.BadInput,
                "import-too-large",
                "That file is larger than 10 MB, so I can't read it. Please take out the pictures, or save it as text, and send it again."
            ),
            DownloadState.AddressRefused => new(
                RefusalKind.BadInput,
                "import-address",
                "I can only take files from the practice's own OneDrive or SharePoint. Please drop the file into this chat."
            ),
            _ => new(
                RefusalKind.BadInput,
                "import-not-fetched",
                "I couldn't get the file from OneDrive. Please drop it into this chat again."
            ),
        };
}
