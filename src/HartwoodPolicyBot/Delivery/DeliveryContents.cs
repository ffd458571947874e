using HartwoodPolicyBot.Core.Delivery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HartwoodPolicyBot.Delivery;

/// <summary>Which content makes the messages of a kind.</summary>
public sealed record DeliveryContentOf(DeliveryKind Kind, IDeliveryContent Content);

/// <summary>Registers what makes messages.</summary>
internal static class DeliveryContents
{
    /// <summary>Registers the kinds of a feature's messages, with what makes them.</summary>
    public static IServiceCollection AddDeliveryContent<TContent>(this IServiceCollection services, params IEnumerable<DeliveryKind> kinds)
        where TContent : class, IDeliveryContent
    {
        services.TryAddSingleton<TContent>();
        foreach (var kind in kinds)
        {
            services.AddSingleton(kind);
            services.AddSingleton(provider => new DeliveryContentOf(kind, provider.GetRequiredService<TContent>()));
        }

        return services;
    }
}
