namespace LocalBridge.Json.Jsonata;

/// <summary>Makes the exceptions of the function library in one place. The evaluator, which knows the place in the expression, adds it.</summary>
internal static class LibraryFault
{
    internal static JsonataException Create(string code, JsonValue value = default, int index = 0, string? function = null) =>
        new(code, value: value) { Index = index, FunctionName = function };

    internal static JsonataException Create(string code, double value, int index = 0) => Create(code, JsonValue.FromFiniteDouble(value), index);
}
