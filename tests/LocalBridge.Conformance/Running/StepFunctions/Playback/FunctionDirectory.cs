using System.Collections.Immutable;
using System.Text.Json;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Knows the Lambda functions of a case by name.</summary>
internal sealed class FunctionDirectory
{
    private readonly ImmutableDictionary<string, FunctionBehaviour> _functions;

    private FunctionDirectory(ImmutableDictionary<string, FunctionBehaviour> functions)
    {
        _functions = functions;
    }

    /// <summary>Gets the names.</summary>
    public IEnumerable<string> Names => _functions.Keys;

    /// <summary>Reads the <c>handlers</c> member of a case.</summary>
    public static FunctionDirectory Read(JsonElement handlers) => new(
        handlers.ValueKind == JsonValueKind.Object
            ? handlers.EnumerateObject().ToImmutableDictionary(static handler => handler.Name, static handler => FunctionBehaviour.Read(handler.Value), StringComparer.Ordinal)
            : ImmutableDictionary<string, FunctionBehaviour>.Empty);

    /// <summary>Returns what a function does; <see langword="null"/> when the case has none of that name.</summary>
    /// <param name="nameOrArn">The name, <c>NAME:VERSION</c>, or the ARN with or without version or alias.</param>
    public FunctionBehaviour? Find(string nameOrArn) => _functions.GetValueOrDefault(NameOf(nameOrArn));

    /// <summary>Returns whether the resource calls functions of the case by their names: then the library can do without a stand-in.</summary>
    public bool IsInvokedBy(string resource) => _functions.Count > 0 && resource == "arn:aws:states:::lambda:invoke";

    /// <summary>Returns whether the request of <c>lambda:invoke</c> names a function, and what it sends.</summary>
    public FunctionBehaviour? FindInvoked(string request, out string payload)
    {
        JsonElement members = JsonDocument.Parse(request).RootElement;
        payload = members.Has("Payload") ? members.GetProperty("Payload").GetRawText() : "{}";
        return members.Text("FunctionName") is { } name ? Find(name) : null;
    }

    private static string NameOf(string nameOrArn)
    {
        string[] parts = nameOrArn.Split(':');
        return parts is ["arn", _, "lambda", _, _, "function", var name, ..] ? name : parts[0];
    }
}
