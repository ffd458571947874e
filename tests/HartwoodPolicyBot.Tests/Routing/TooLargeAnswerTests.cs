using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Routing;

public sealed class TooLargeAnswerTests
{
    private const string TooLarge = "huge";
    private const string Sentence = "My answer is too long for Teams";

    /// <summary>A tap on a button whose answer can't be shortened, because what somebody typed stays whole.</summary>
    private static readonly JsonElement Button = JsonSerializer.SerializeToElement(
        new
        {
            verb = TooLarge,
            data = new { verb = TooLarge },
            fallback = new { data = new { verb = TooLarge } },
        }
    );

    [Fact]
    public async Task An_answer_that_Teams_finds_too_large_is_replaced_by_a_sentence()
    {
        await using var bot = await BotHost.StartAsync();
        var tries = 0;
        bot.Teams.Answer = (_, _) => tries++ == 0 ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge) : null;

        var reply = await bot.Chat().SayAsync("policy");

        Assert.Contains(Sentence, reply.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_that_answers_a_click_is_held_to_the_same_limit_and_replaced_by_a_sentence()
    {
        await using var bot = new HugeCardHost();
        await bot.InitializeAsync();
        var chat = bot.Chat();

        await chat.ExecuteAsync(Button);

        Assert.StartsWith(Sentence, chat.Body.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Empty(chat.Sent);
    }

    [Fact]
    public async Task The_edit_of_a_clicked_card_is_held_to_the_same_limit_and_replaced_by_a_sentence()
    {
        await using var bot = new HugeCardHost();
        await bot.InitializeAsync();

        var reply = await bot.Chat().SubmitAsync(Button, "card-1");

        Assert.Contains(Sentence, reply.Texts[0], StringComparison.Ordinal);
    }

    private sealed class HugeCardHost : BotHost
    {
        protected override void Configure(IServiceCollection services) => services.AddSingleton<IConversation, HugeCardConversation>();
    }

    private sealed class HugeCardConversation : IConversation
    {
        public IEnumerable<BotCommand> Commands => [];

        public IEnumerable<CardVerb> Verbs =>
            [
                new(
                    TooLarge,
                    (_, _, _) =>
                        Task.FromResult<ClickAnswer>(
                            new ClickAnswer.InPlace(
                                CardMessage.Of(
                                    new AdaptiveCard
                                    {
                                        FallbackText = "",
                                        Body =
                                        [
                                            new AdaptiveTextInput
                                            {
                                                Id = "text",
                                                Label = "",
                                                Value = new string('x', CardLimit.MostBytes),
                                            },
                                        ],
                                    },
                                    ""
                                )
                            )
                        )
                ),
            ];
    }
}
