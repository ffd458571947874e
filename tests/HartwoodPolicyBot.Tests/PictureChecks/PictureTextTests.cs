using HartwoodPolicyBot.Core.PictureChecks;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Tests.PictureChecks;

/// <summary>Text in a picture is read by a program beside the bot, and what it shows of patients is named and not repeated.</summary>
public sealed class PictureTextTests : IDisposable
{
    private static readonly byte[] Photo = TestPicture.Png(40, 30);
    private readonly string folder = Directory.CreateTempSubdirectory("hartwood-reader").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task Identifiers_and_screens_of_clinical_systems_are_named_and_their_words_not_repeated()
    {
        await using var chat = await PictureChat.OpenAsync(
            program: Program("echo 'EMIS Web - Patient Record'; echo 'NHS No 943 476 5919'")
        );

        var reply = await chat.SendAsync(Photo, "screen.png");

        Approved.Card("picture-of-a-screen", reply.Card);
        Assert.Equal("Don't post this picture as it is", reply.Summary);
        Assert.Contains("This looks like a screen or a page of: EMIS Web. I could read an NHS number.", reply.Texts);
        Assert.DoesNotContain("943", reply.Card.GetRawText(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("echo 'Flu clinic this Saturday'", "Flu clinic this Saturday")]
    [InlineData("exit 1", "I can't read text in pictures here. Please read it yourself.")]
    [InlineData("true", "I found no text in the picture. I can miss text that is small, slanted or handwritten.")]
    [InlineData("yes 'many many words' | head -c 3000000", "many many words many many words")]
    public async Task What_the_program_says_is_taken_as_it_is(string script, string said)
    {
        await using var chat = await PictureChat.OpenAsync(program: Program(script));

        var reply = await chat.SendAsync(Photo, "screen.png");

        Assert.Contains(reply.Texts, text => text.StartsWith(said, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        var time = new FakeTime();
        var reader = new TesseractReader(Program("exec sleep 60"), new(), time, NullLogger<TesseractReader>.Instance);

        var reading = reader.ReadAsync(Photo, isTurned: false, default);
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(ReadingState.TooSlow, (await reading).State);
    }

    [SkippableFact]
    public async Task Tesseract_reads_a_record_on_a_screen()
    {
        Skip.If(TesseractReader.Find("tesseract") is null, "Tesseract is not installed.");
        await using var chat = await PictureChat.OpenAsync(program: "tesseract");

        var reply = await chat.SendAsync(
            await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "PictureChecks", "photo.jpg")),
            "photo.jpg"
        );

        Assert.Equal("Don't post this picture as it is", reply.Summary);
        Assert.Contains(reply.Texts, text => text.Contains("an NHS number", StringComparison.Ordinal));
        Assert.Contains(reply.Texts, text => text.Contains("A patient's record", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EMIS Web - Patient Record", "EMIS Web")]
    [InlineData("SystmOne  TPP", "SystmOne")]
    [InlineData("Docman 10", "Docman")]
    [InlineData("Born 12-Mar-1956 Gender Female Usual GP Dr Example Allergies", "A patient's record")]
    [InlineData("Our allergies clinic is open", "")]
    [InlineData("My vision for the practice", "")]
    public void Clinical_systems_are_known_by_their_names_and_words(string words, string name)
    {
        var systems = ClinicalSystems.Load(ProgramFolder.Path("Content/clinical-systems.txt"));

        Assert.Equal(name, string.Join(", ", systems.In(words)));
    }

    /// <summary>Returns a program that takes a picture and says what the script says.</summary>
    private string Program(string script)
    {
        Skip.If(OperatingSystem.IsWindows(), "The program is a shell script.");
        var path = Path.Combine(folder, "reader");
        File.WriteAllText(path, $"#!/bin/sh\ncat >/dev/null\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
