using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace LocalBridge.Functions;

/// <summary>The functions of one host, frozen when the host is built. Safe to use from any thread.</summary>
internal sealed class FunctionRegistry
{
    private readonly FrozenDictionary<string, RegisteredFunction> _functions;

    internal FunctionRegistry(IEnumerable<RegisteredFunction> functions) =>
        _functions = functions.ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);

    internal static FunctionRegistry Empty { get; } = new([]);

    /// <summary>Gets the registered names, in no particular order.</summary>
    internal IReadOnlyList<string> Names => _functions.Keys;

    /// <summary>Finds a function by its plain name.</summary>
    internal bool TryGet(string name, [MaybeNullWhen(false)] out RegisteredFunction function) => _functions.TryGetValue(name, out function);

    /// <summary>Finds a function by its name or by a Lambda function ARN, with or without a qualifier.</summary>
    internal bool TryResolve(string nameOrArn, [MaybeNullWhen(false)] out RegisteredFunction function)
    {
        function = null;
        return FunctionName.FromNameOrArn(nameOrArn) is { } name && _functions.TryGetValue(name, out function);
    }
}
