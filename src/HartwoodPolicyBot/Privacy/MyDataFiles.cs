using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Privacy;

/// <summary>
/// Makes the page with everything stored about the person to whom it was offered. It is made when it is fetched.
/// </summary>
internal sealed class MyDataPageFile(PersonalDataRequests requests, Pages pages) : IFileContent
{
    public static FileKind Kind { get; } = new("my-data-page", "What I hold about you (page)");

    public async Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken)
    {
        var data = await requests.AboutAsync(PersonIdForms.In(request), cancellationToken);
        return new("my-data.html", PreparedFile.Page, (to, cancel) => pages.WriteAsync<MyDataPage>(to, new() { ["Data"] = data }, cancel));
    }
}

/// <summary>Makes the same data as JSON, for another program.</summary>
internal sealed class MyDataJsonFile(PersonalDataRequests requests) : IFileContent
{
    public static FileKind Kind { get; } = new("my-data-json", "What I hold about you (file)");
    public const string Name = "my-data.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken)
    {
        var data = await requests.AboutAsync(PersonIdForms.In(request), cancellationToken);
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
/// Keeps the person's id as Teams writes it. Some tables hold that form while an offer holds it in lower case, so the offer
/// carries it as an argument.
/// </summary>
internal static class PersonIdForms
{
    public static PersonId In(FileRequest request) =>
        PersonId.TryParse(request.Arguments, out var asTeamsWritesIt) && asTeamsWritesIt == request.PersonId
            ? asTeamsWritesIt
            : request.PersonId;
}
