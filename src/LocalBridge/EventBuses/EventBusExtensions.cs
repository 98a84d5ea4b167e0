using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.EventPatterns;
using LocalBridge.Events;

namespace LocalBridge.EventBuses;

/// <summary>Convenient ways to publish and subscribe, over those of <see cref="IEventBus"/>.</summary>
public static class EventBusExtensions
{
    private const string Reflection = "JSON contracts are made by reflection. Use the overload with JsonTypeInfo where code is trimmed or compiled ahead of time.";

    /// <summary>Publishes an event whose detail is an object, written by reflection with the web defaults of System.Text.Json.</summary>
    /// <typeparam name="TDetail">The type of the detail. It must be written as a JSON object.</typeparam>
    /// <param name="eventBus">The bus.</param>
    /// <param name="source">Who the event comes from, for example <c>shop.orders</c>.</param>
    /// <param name="detailType">What kind of event it is, for example <c>OrderPlaced</c>.</param>
    /// <param name="detail">What happened. Do not change it afterwards.</param>
    /// <param name="options">What else there is to say.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    /// <returns>The id of the event.</returns>
    /// <exception cref="ArgumentException">The source or detail type is empty, or the detail is not written as a JSON object.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed.</exception>
    [RequiresUnreferencedCode(Reflection)]
    [RequiresDynamicCode(Reflection)]
    public static ValueTask<PublishResult> PublishAsync<TDetail>(
        this IEventBus eventBus,
        string source,
        string detailType,
        TDetail detail,
        PublishOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventBus);
        return eventBus.PublishAsync(source, detailType, detail, TypeInfo<TDetail>(), options, cancellationToken);
    }

    /// <summary>Hands every event that matches a pattern to a handler.</summary>
    /// <param name="eventBus">The bus.</param>
    /// <param name="eventPattern">The pattern as JSON.</param>
    /// <param name="handler">What to do with the events.</param>
    /// <param name="options">How events are handed over.</param>
    /// <returns>The subscription.</returns>
    /// <exception cref="EventPatternException">The pattern is not valid.</exception>
    [OverloadResolutionPriority(1)]
    public static EventSubscription Subscribe(
        this IEventBus eventBus,
        [StringSyntax(StringSyntaxAttribute.Json)] string eventPattern,
        Func<EventEnvelope, CancellationToken, ValueTask> handler,
        SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(eventBus);
        return eventBus.Subscribe(EventPattern.Parse(eventPattern), handler, options);
    }

    /// <inheritdoc cref="Subscribe(IEventBus, string, Func{EventEnvelope, CancellationToken, ValueTask}, SubscriptionOptions?)"/>
    public static EventSubscription Subscribe(
        this IEventBus eventBus,
        [StringSyntax(StringSyntaxAttribute.Json)] string eventPattern,
        Func<EventEnvelope, CancellationToken, Task> handler,
        SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Subscribe(eventBus, eventPattern, (envelope, cancellationToken) => new ValueTask(handler(envelope, cancellationToken)), options);
    }

    /// <summary>Hands every event that matches a pattern to a handler.</summary>
    /// <param name="eventBus">The bus.</param>
    /// <param name="configure">Builds the pattern.</param>
    /// <param name="handler">What to do with the events.</param>
    /// <param name="options">How events are handed over.</param>
    /// <returns>The subscription.</returns>
    /// <exception cref="EventPatternException">The pattern is not valid.</exception>
    [OverloadResolutionPriority(1)]
    public static EventSubscription Subscribe(
        this IEventBus eventBus,
        Action<EventPatternBuilder> configure,
        Func<EventEnvelope, CancellationToken, ValueTask> handler,
        SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(eventBus);
        ArgumentNullException.ThrowIfNull(configure);
        var pattern = new EventPatternBuilder();
        configure(pattern);
        return eventBus.Subscribe(pattern.Build(), handler, options);
    }

    /// <inheritdoc cref="Subscribe(IEventBus, Action{EventPatternBuilder}, Func{EventEnvelope, CancellationToken, ValueTask}, SubscriptionOptions?)"/>
    public static EventSubscription Subscribe(
        this IEventBus eventBus,
        Action<EventPatternBuilder> configure,
        Func<EventEnvelope, CancellationToken, Task> handler,
        SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Subscribe(eventBus, configure, (envelope, cancellationToken) => new ValueTask(handler(envelope, cancellationToken)), options);
    }

    /// <summary>Hands the details of events to a typed handler, read by reflection where the event was not published as an object of the type.</summary>
    /// <typeparam name="TDetail">The type of the detail. Its name is the detail type, unless the options say otherwise.</typeparam>
    /// <param name="eventBus">The bus.</param>
    /// <param name="handler">What to do with the details.</param>
    /// <param name="options">Which events, and how they are handed over.</param>
    /// <returns>The subscription.</returns>
    /// <exception cref="ArgumentException">The options are out of bounds or contradict each other.</exception>
    [RequiresUnreferencedCode(Reflection)]
    [RequiresDynamicCode(Reflection)]
    [OverloadResolutionPriority(3)]
    public static EventSubscription Subscribe<TDetail>(
        this IEventBus eventBus, Func<TDetail, CancellationToken, ValueTask> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(eventBus);
        return eventBus.Subscribe(handler, TypeInfo<TDetail>(), options);
    }

    /// <inheritdoc cref="Subscribe{TDetail}(IEventBus, Func{TDetail, CancellationToken, ValueTask}, SubscriptionOptions?)"/>
    [RequiresUnreferencedCode(Reflection)]
    [RequiresDynamicCode(Reflection)]
    [OverloadResolutionPriority(2)]
    public static EventSubscription Subscribe<TDetail>(
        this IEventBus eventBus, Func<TDetail, CancellationToken, Task> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(eventBus);
        ArgumentNullException.ThrowIfNull(handler);
        return eventBus.Subscribe<TDetail>(
            (detail, cancellationToken) => new ValueTask(handler(detail, cancellationToken)), TypeInfo<TDetail>(), options);
    }

    /// <summary>Hands events with typed details to a handler.</summary>
    /// <inheritdoc cref="Subscribe{TDetail}(IEventBus, Func{TDetail, CancellationToken, ValueTask}, SubscriptionOptions?)"/>
    [RequiresUnreferencedCode(Reflection)]
    [RequiresDynamicCode(Reflection)]
    [OverloadResolutionPriority(1)]
    public static EventSubscription Subscribe<TDetail>(
        this IEventBus eventBus, Func<EventEnvelope<TDetail>, CancellationToken, ValueTask> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(eventBus);
        return eventBus.Subscribe(handler, TypeInfo<TDetail>(), options);
    }

    /// <summary>Hands events with typed details to a handler.</summary>
    /// <inheritdoc cref="Subscribe{TDetail}(IEventBus, Func{TDetail, CancellationToken, ValueTask}, SubscriptionOptions?)"/>
    [RequiresUnreferencedCode(Reflection)]
    [RequiresDynamicCode(Reflection)]
    public static EventSubscription Subscribe<TDetail>(
        this IEventBus eventBus, Func<EventEnvelope<TDetail>, CancellationToken, Task> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(eventBus);
        ArgumentNullException.ThrowIfNull(handler);
        return eventBus.Subscribe<TDetail>(
            (EventEnvelope<TDetail> envelope, CancellationToken cancellationToken) => new ValueTask(handler(envelope, cancellationToken)),
            TypeInfo<TDetail>(),
            options);
    }

    [RequiresUnreferencedCode(Reflection)]
    [RequiresDynamicCode(Reflection)]
    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)JsonSerializerOptions.Web.GetTypeInfo(typeof(T));
}
