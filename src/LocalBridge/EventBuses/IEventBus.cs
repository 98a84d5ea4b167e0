using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Errors;
using LocalBridge.EventPatterns;
using LocalBridge.Events;
using LocalBridge.Json;

namespace LocalBridge.EventBuses;

/// <summary>Represents one event bus: takes events, and hands each to the targets of the rules that match it.</summary>
/// <remarks>
/// <para>Safe to use from any thread. Publishing returns when the event is accepted and never waits for a target to be done with it; it does wait
/// for room when the bus or a target is full.</para>
/// <para>A publish that was cancelled has not accepted the event. One that returned has, whatever happens to the token later.</para>
/// </remarks>
/// <example>
/// <code>
/// await using EventSubscription subscription = bus.Subscribe&lt;OrderPlaced&gt;(async (order, ct) => await ship.PlanAsync(order, ct));
/// await bus.PublishAsync("shop.orders", "OrderPlaced", new OrderPlaced(7, 250m));
/// </code>
/// </example>
public interface IEventBus
{
    /// <summary>Gets the name of the bus.</summary>
    string Name { get; }

    /// <summary>Gets the ARN of the bus.</summary>
    string Arn { get; }

    /// <summary>Publishes an event whose detail is an object.</summary>
    /// <typeparam name="TDetail">The type of the detail. It must be written as a JSON object.</typeparam>
    /// <param name="source">Who the event comes from, for example <c>shop.orders</c>.</param>
    /// <param name="detailType">What kind of event it is, for example <c>OrderPlaced</c>.</param>
    /// <param name="detail">
    /// What happened. Handlers of the same type receive this very instance, and JSON is made only if somebody needs it: do not change it afterwards.
    /// </param>
    /// <param name="detailTypeInfo">How the type is written as JSON.</param>
    /// <param name="options">What else there is to say.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    /// <returns>The id of the event.</returns>
    /// <exception cref="ArgumentException">The source or detail type is empty, or the detail is not written as a JSON object.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed.</exception>
    ValueTask<PublishResult> PublishAsync<TDetail>(
        string source,
        string detailType,
        TDetail detail,
        JsonTypeInfo<TDetail> detailTypeInfo,
        PublishOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Publishes an event whose detail is a JSON value.</summary>
    /// <param name="source">Who the event comes from.</param>
    /// <param name="detailType">What kind of event it is.</param>
    /// <param name="detail">What happened: a JSON object.</param>
    /// <param name="options">What else there is to say.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    /// <returns>The id of the event.</returns>
    /// <exception cref="ArgumentException">The source or detail type is empty, or the detail is not a JSON object.</exception>
    /// <exception cref="ValidationException">The event is larger than <see cref="EventBusOptions.MaximumPutEventsSize"/>.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed.</exception>
    ValueTask<PublishResult> PublishAsync(
        string source, string detailType, JsonValue detail, PublishOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PublishAsync(string, string, JsonValue, PublishOptions?, CancellationToken)"/>
    /// <summary>Publishes an event whose detail is a JSON element. It is copied.</summary>
    ValueTask<PublishResult> PublishAsync(
        string source, string detailType, JsonElement detail, PublishOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PublishAsync(string, string, JsonValue, PublishOptions?, CancellationToken)"/>
    /// <summary>Publishes an event whose detail is UTF-8 JSON. The bytes are copied before the method returns.</summary>
    ValueTask<PublishResult> PublishAsync(
        string source, string detailType, ReadOnlyMemory<byte> utf8Detail, PublishOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Publishes up to ten events as the service's <c>PutEvents</c> does: each entry is accepted or refused on its own.</summary>
    /// <param name="entries">The events. Those without a bus name go to this bus.</param>
    /// <param name="cancellationToken">Ends the wait for room. When some entries were accepted already, the rest are answered with an error.</param>
    /// <returns>One result for each entry, in order.</returns>
    /// <exception cref="ValidationException">There are no entries, more than ten, or they are too large together. Nothing was accepted.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed.</exception>
    Task<PutEventsResponse> PutEventsAsync(IReadOnlyList<PutEventsEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Hands every event that matches a pattern to a handler, until the subscription is disposed. It is a rule with one target.</summary>
    /// <param name="pattern">Which events.</param>
    /// <param name="handler">What to do with them. Its token is cancelled when the host gives up waiting at shutdown.</param>
    /// <param name="options">How events are handed over.</param>
    /// <returns>The subscription.</returns>
    /// <exception cref="ArgumentException">The options are out of bounds or contradict each other.</exception>
    /// <exception cref="ResourceAlreadyExistsException">There is a rule of the name in the options.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed.</exception>
    EventSubscription Subscribe(
        EventPattern pattern, Func<EventEnvelope, CancellationToken, ValueTask> handler, SubscriptionOptions? options = null);

    /// <summary>Hands the details of events to a typed handler, until the subscription is disposed.</summary>
    /// <typeparam name="TDetail">The type of the detail. Its name is the detail type, unless the options say otherwise.</typeparam>
    /// <param name="handler">What to do with them. Its token is cancelled when the host gives up waiting at shutdown.</param>
    /// <param name="detailTypeInfo">How the type is read from JSON, where the event was not published as an object of the type.</param>
    /// <param name="options">Which events, and how they are handed over.</param>
    /// <returns>The subscription.</returns>
    /// <exception cref="ArgumentException">The options are out of bounds or contradict each other.</exception>
    /// <exception cref="ResourceAlreadyExistsException">There is a rule of the name in the options.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed.</exception>
    EventSubscription Subscribe<TDetail>(
        Func<TDetail, CancellationToken, ValueTask> handler, JsonTypeInfo<TDetail> detailTypeInfo, SubscriptionOptions? options = null);

    /// <inheritdoc cref="Subscribe{TDetail}(Func{TDetail, CancellationToken, ValueTask}, JsonTypeInfo{TDetail}, SubscriptionOptions?)"/>
    /// <summary>Hands events, with their typed details, to a handler until the subscription is disposed.</summary>
    EventSubscription Subscribe<TDetail>(
        Func<EventEnvelope<TDetail>, CancellationToken, ValueTask> handler,
        JsonTypeInfo<TDetail> detailTypeInfo,
        SubscriptionOptions? options = null);
}
