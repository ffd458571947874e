using HartwoodPolicyBot.Core.Policies.Import.Pdf;
using HartwoodPolicyBot.Core.Policies.Import.Text;
using HartwoodPolicyBot.Core.Policies.Import.Word;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Reads a policy from a file that a practice manager sent: Word (.docx), PDF, Markdown or plain text.</summary>
public sealed class PolicyImport(TimeProvider time)
{
    /// <summary>How long reading a file may take.</summary>
    public static TimeSpan LongestReading => ImportLimits.Time;

    /// <summary>Reads one file. It follows no links, runs nothing and changes nothing.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ImportResult Read(Stream file, string fileName, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(ImportLimits.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var bytes = Bytes(file, either.Token);
            var found = Read(bytes, fileName, either.Token);
            if (!found.Blocks.Exists(block => block.Text.Length > 0))
            {
                return ImportRefusals.Empty;
            }

            var policy = PolicyBuilder.Build(found, fileName);
            return policy.Sections.Any(section => section.Clauses.Count > 0) ? policy : ImportRefusals.Empty;
        }
        catch (ImportStoppedException stopped)
        {
            return stopped.Refusal;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ImportRefusals.TooSlow;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // The libraries throw nearly every sort of exception on damaged files.
            return ImportRefusals.Broken;
        }
    }

    private static FoundDocument Read(byte[] bytes, string fileName, CancellationToken cancellation)
    {
        switch (PolicyFileFormats.Of(bytes, fileName))
        {
            case PolicyFileFormat.Word:
                return WordReader.Read(bytes, cancellation);
            case PolicyFileFormat.Pdf:
                return PdfReader.Read(bytes, cancellation);
            case PolicyFileFormat.Markdown:
                return MarkdownReader.Read(TextDecoding.Decode(bytes).Replace('\f', '\n'), cancellation);
            case PolicyFileFormat.PlainText:
                return PlainTextReader.Read(TextDecoding.Decode(bytes), cancellation);
            default:
                throw new ImportStoppedException(ImportRefusals.UnknownType);
        }
    }

    /// <summary>Reads the whole file into memory, up to the limit, whatever length its sender stated.</summary>
    private static byte[] Bytes(Stream file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            cancellation.ThrowIfCancellationRequested();
            bytes.Write(buffer, 0, read);
            if (bytes.Length > ImportLimits.FileBytes)
            {
                throw new ImportStoppedException(ImportRefusals.TooLarge);
            }
        }

        return bytes.Length == 0 ? throw new ImportStoppedException(ImportRefusals.Empty) : bytes.ToArray();
    }
}
