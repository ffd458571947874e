using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Privacy;

/// <summary>What is stored about a person as a page to read. It is made when it is fetched, for whom it was offered to.</summary>
internal sealed class MyDataPageFile(PersonalDataRequests desk, Pages pages) : IFileContent
{
    public static FileKind Kind { get; } = new("my-data-page", "What I store about you, as a page");

    public async Task<PreparedFile?> PrepareAsync(FileRequest asked, CancellationToken cancellationToken)
    {
        var data = await desk.AboutAsync(PersonIdForms.In(asked), cancellationToken);
        return new("my-data.html", PreparedFile.Page, (to, cancel) => pages.WriteAsync<MyDataPage>(to, new() { ["Data"] = data }, cancel));
    }
}

/// <summary>The same for another program.</summary>
internal sealed class MyDataJsonFile(PersonalDataRequests desk) : IFileContent
{
    public static FileKind Kind { get; } = new("my-data-json", "What I store about you, as a file");
    public const string Name = "my-data.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<PreparedFile?> PrepareAsync(FileRequest asked, CancellationToken cancellationToken)
    {
        var data = await desk.AboutAsync(PersonIdForms.In(asked), cancellationToken);
        return new(
            Name,
            "application/json; charset=utf-8",
            (to, cancel) =>
                JsonSerializer.SerializeAsync(
                    to,
                    new
                    {
                        MadeAt = data.At,
                        data.Kinds,
                        NotStoredWithAName = WhatIsNotNamed.Sentences,
                    },
                    Json,
                    cancel
                )
        );
    }
}

/// <summary>
/// Some tables have a person's id as Teams gives it, and an offer has it in lower case: the other form goes along with
/// it.
/// </summary>
internal static class PersonIdForms
{
    public static PersonId In(FileRequest asked) =>
        PersonId.TryParse(asked.Arguments, out var given) && given == asked.PersonId ? given : asked.PersonId;
}
