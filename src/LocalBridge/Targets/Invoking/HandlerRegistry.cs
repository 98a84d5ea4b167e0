using System.Collections.Concurrent;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Targets.Inputs;

namespace LocalBridge.Targets.Invoking;

/// <summary>The in-process handlers of a host by ARN: what makes a handler a target like any other. Safe to use from any thread.</summary>
internal sealed class HandlerRegistry
{
    private readonly ConcurrentDictionary<string, Func<InputSelector, TargetInvoker>> _handlers = new(StringComparer.Ordinal);

    internal void Add(string arn, Func<InputSelector, TargetInvoker> createInvoker)
    {
        if (!_handlers.TryAdd(arn, createInvoker))
            throw new InvalidOperationException($"A handler '{arn}' is registered already.");
    }

    internal void Remove(string arn) => _handlers.TryRemove(arn, out _);

    internal bool Contains(string arn) => _handlers.ContainsKey(arn);

    internal TargetInvoker? CreateInvoker(string arn, InputSelector input) =>
        _handlers.TryGetValue(arn, out Func<InputSelector, TargetInvoker>? create) ? create(input) : null;
}
