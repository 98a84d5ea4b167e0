using LocalBridge;
using LocalBridge.EventBuses;
using LocalBridge.Hosting;
using LocalBridge.Rules;
using LocalBridge.Workflows;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Registration verbs live where an application already looks for them.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Registers a bridge in a container.</summary>
public static class LocalBridgeServiceCollectionExtensions
{
    /// <summary>
    /// Registers a bridge: <see cref="LocalBridgeHost"/>, <see cref="IEventBus"/> (the default bus, and every bus under its name as key),
    /// <see cref="IEventBuses"/>, <see cref="IRules"/>, <see cref="IStateMachines"/>, <see cref="IActivities"/>, and a hosted service that starts the
    /// bridge with the application and drains it at its end. Calling it again adds to the same bridge.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Says what the bridge consists of. Clock and logging come from the container unless set here.</param>
    /// <returns>The container.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddLocalBridge(bridge => bridge
    ///     .AddFunction("ship", (Order order, Shipping shipping) => shipping.Plan(order))
    ///     .AddRule("orders", rule => rule.Matching(e => e.Source("shop.orders")).To(target => target.Function("ship"))));
    /// </code>
    /// </example>
    public static IServiceCollection AddLocalBridge(this IServiceCollection services, Action<LocalBridgeBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSingleton(new BridgeConfiguration(configure));
        services.TryAddSingleton(Build);
        services.TryAddSingleton(static provider => provider.GetRequiredService<LocalBridgeHost>().EventBuses);
        services.TryAddSingleton(static provider => provider.GetRequiredService<LocalBridgeHost>().EventBus);
        services.TryAddSingleton(static provider => provider.GetRequiredService<LocalBridgeHost>().Rules);
        services.TryAddSingleton(static provider => provider.GetRequiredService<LocalBridgeHost>().StateMachines);
        services.TryAddSingleton(static provider => provider.GetRequiredService<LocalBridgeHost>().Activities);
        services.TryAddKeyedTransient(
            KeyedService.AnyKey, static (provider, key) => provider.GetRequiredService<IEventBuses>().GetEventBus((string)key!));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LocalBridgeHostedService>());
        return services;
    }

    private static LocalBridgeHost Build(IServiceProvider provider)
    {
        var builder = new LocalBridgeBuilder();
        builder.UseServices(provider);
        if (provider.GetService<TimeProvider>() is { } timeProvider)
            builder.UseTimeProvider(timeProvider);
        if (provider.GetService<ILoggerFactory>() is { } loggerFactory)
            builder.UseLoggerFactory(loggerFactory);
        foreach (BridgeConfiguration configuration in provider.GetServices<BridgeConfiguration>())
            configuration.Configure(builder);
        return builder.Build();
    }
}
