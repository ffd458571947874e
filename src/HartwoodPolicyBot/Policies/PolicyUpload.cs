using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.Policies;

/// <summary>Fetches a file that a practice manager sent, and reads a policy from it.</summary>
internal sealed class PolicyUpload(FileDownload download, PolicyReader reader)
{
    public const int MostBytes = 10 * 1024 * 1024;

    public async Task<Outcome<ImportedPolicy>> ReadAsync(SentFile file, CancellationToken cancellationToken)
    {
        var fetched = await download.GetAsync(file.Address, MostBytes, cancellationToken);
        if (fetched.Content is not { } content)
        {
            return Refusal(fetched.State);
        }

        await using (content)
        {
            var read = await reader.ReadAsync(content, file.Name, cancellationToken);
            return read.Policy is { } policy ? policy : read.Refusal!;
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
