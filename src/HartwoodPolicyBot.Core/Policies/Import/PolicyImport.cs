using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Reads a policy from a file that a practice manager sent: Word (.docx), PDF, Markdown or plain text.</summary>
public sealed class PolicyImport
{
    /// <summary>Reads one file. It follows no links, runs nothing and changes nothing.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ImportResult Read(Stream file, string fileName, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new Refusal(RefusalKind.BadInput, "import-unknown-type", "I can't read this kind of file.");
    }
}
