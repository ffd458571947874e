using HartwoodPolicyBot.Core.Delivery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HartwoodPolicyBot.Delivery;

/// <summary>Pairs a kind of delivery with the content that makes its messages.</summary>
internal sealed record DeliveryContentOf(DeliveryKind Kind, IDeliveryContent Content);

/// <summary>Registers the contents that make messages.</summary>
internal static class DeliveryContents
{
    /// <summary>Registers the kinds of a feature's messages, with the content that makes them.</summary>
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
