using System.Text.Json;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Reads the national guidance from its file in the Content folder, and checks it.</summary>
public static class GuidanceFile
{
    private const int MostDocuments = 12;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="GuidanceFileException">The file is missing, or something in it is wrong.</exception>
    public static NationalGuidance Load(string file)
    {
        var read = Read(file);
        var lines = read.Documents ?? [];
        if (read.Collected is not { } collected || lines.Count is 0 or > MostDocuments)
        {
            throw new GuidanceFileException(file, $"needs \"collected\" (a day) and 1 to {MostDocuments} documents");
        }

        if (lines.GroupBy(line => line.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new GuidanceFileException(file, $"has the id {twice.Key} twice");
        }

        return new(collected, [.. lines.Select(line => Checked(file, line))]);
    }

    private static GuidanceDocument Checked(string file, Line line)
    {
        if (line.Id is not { Length: > 0 } id || id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
        {
            throw new GuidanceFileException(file, "has a document whose id is not letters, digits and dashes");
        }

        string Said(string? text, string field) =>
            !string.IsNullOrWhiteSpace(text) ? text : throw new GuidanceFileException(file, $"has no \"{field}\" for {id}");
        return new()
        {
            Id = id,
            By = Said(line.By, "by"),
            Title = Said(line.Title, "title"),
            InPolicy = Said(line.InPolicy, "inPolicy"),
            Date = Said(line.Date, "date"),
            Changed = Said(line.Changed, "changed"),
            Address =
                line.Address is null ? null
                : Uri.TryCreate(line.Address, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address
                : throw new GuidanceFileException(file, $"has an \"address\" for {id} that doesn't start with https"),
            Sources = line.Sources ?? [],
        };
    }

    private static Contents Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Contents>(File.ReadAllText(file), Json) ?? throw new GuidanceFileException(file, "is empty");
        }
        catch (JsonException fault)
        {
            throw new GuidanceFileException(file, $"is not valid JSON at line {(fault.LineNumber ?? 0) + 1}");
        }
        catch (IOException)
        {
            throw new GuidanceFileException(file, "cannot be read");
        }
    }

    private sealed record Contents(DateOnly? Collected, List<Line>? Documents);

    private sealed record Line
    {
        public string? Id { get; init; }

        public string? By { get; init; }

        public string? Title { get; init; }

        public string? InPolicy { get; init; }

        public string? Date { get; init; }

        public string? Changed { get; init; }

        public string? Address { get; init; }

        public List<string>? Sources { get; init; }
    }
}
