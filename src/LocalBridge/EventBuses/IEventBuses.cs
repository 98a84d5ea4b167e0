using System.Diagnostics.CodeAnalysis;
using LocalBridge.Errors;

namespace LocalBridge.EventBuses;

/// <summary>Represents the event buses of a host. There is always one named <c>default</c>.</summary>
/// <remarks>Safe to use from any thread. Names may be ARNs.</remarks>
public interface IEventBuses
{
    /// <summary>Gets the bus named <c>default</c>.</summary>
    IEventBus DefaultEventBus { get; }

    /// <summary>Returns a bus.</summary>
    /// <exception cref="ResourceNotFoundException">The bus does not exist.</exception>
    IEventBus GetEventBus(string name);

    /// <summary>Returns a bus if it exists.</summary>
    bool TryGetEventBus(string name, [NotNullWhen(true)] out IEventBus? eventBus);

    /// <summary>Creates a bus.</summary>
    /// <exception cref="ValidationException">A member is malformed.</exception>
    /// <exception cref="ResourceAlreadyExistsException">There is a bus of that name.</exception>
    Task<EventBusDescription> CreateEventBusAsync(CreateEventBusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Returns what is known about a bus; <see langword="null"/> stands for the default bus.</summary>
    /// <exception cref="ResourceNotFoundException">The bus does not exist.</exception>
    Task<EventBusDescription> DescribeEventBusAsync(string? name = null, CancellationToken cancellationToken = default);

    /// <summary>Returns a page of the buses, by name.</summary>
    /// <exception cref="ValidationException">The limit or the token is malformed.</exception>
    Task<ListEventBusesResponse> ListEventBusesAsync(ListEventBusesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a bus that has no rules left. Events it has accepted are still delivered. Deleting a bus that does not exist succeeds.
    /// </summary>
    /// <exception cref="ValidationException">It is the default bus, or it has rules.</exception>
    Task DeleteEventBusAsync(string name, CancellationToken cancellationToken = default);
}
