using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace LocalBridge.Json;

/// <summary>Holds the error texts that several types of this folder share.</summary>
internal static class JsonMessages
{
    internal static InvalidOperationException WrongKind(JsonValueKind expected, JsonValue found) =>
        new($"Expected {Describe(expected)}, but the JSON value is {Describe(found.Kind)}.");

    [DoesNotReturn]
    internal static void ThrowNotFinite(double value) =>
        throw new ArgumentOutOfRangeException(
            nameof(value),
            value.ToString(CultureInfo.InvariantCulture),
            "JSON has no such number: the value must be finite.");

    [DoesNotReturn]
    internal static void ThrowUndefined(string parameter) =>
        throw new ArgumentException("An array or object cannot hold 'undefined'; leave the member out or use JsonValue.Null.", parameter);

    [DoesNotReturn]
    internal static void ThrowBuilt() =>
        throw new InvalidOperationException("This builder has been used: Build() has handed its storage over. Create a new builder.");

    internal static InvalidOperationException UndefinedIsNotWritable() =>
        new("'undefined' is not a JSON value and cannot be written; test IsUndefined first.");

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        _ => "undefined",
    };
}
