using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests;

/// <summary>Fails on a line of source that runs past column 140, where an editor beside another window no longer shows it.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 140;

    [Fact]
    public void No_line_of_source_is_longer_than_140_columns()
    {
        var root = RepositoryRoot.Path;
        var files = new[] { "src", "tests" }.SelectMany(folder => Sources(Path.Combine(root, folder))).ToList();

        Assert.True(files.Count > 500, $"{files.Count} files were found");
        Assert.Equal("", string.Join('\n', files.SelectMany(file => TooLong(root, file))));
    }

    private static IEnumerable<string> TooLong(string root, string file) =>
        File.ReadLines(file)
            .Select((line, index) => (line.Length, Number: index + 1))
            .Where(line => line.Length > Longest)
            .Select(line => $"{Path.GetRelativePath(root, file)}:{line.Number}: {line.Length} columns");

    /// <summary>Returns what people wrote: the compiled models of EF are written by a program.</summary>
    private static IEnumerable<string> Sources(string folder) =>
        Directory
            .GetDirectories(folder)
            .Where(child => Path.GetFileName(child) is not ("bin" or "obj" or "CompiledModels"))
            .SelectMany(Sources)
            .Concat(Directory.GetFiles(folder, "*.cs"));
}
