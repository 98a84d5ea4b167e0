namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Makes JSON of the arguments of a host function, which knows neither marks nor functions.</summary>
internal static class HostArguments
{
    internal static ReadOnlySpan<JsonValue> Clean(ReadOnlySpan<JsonValue> arguments)
    {
        var clean = new JsonValue[arguments.Length];
        for (int i = 0; i < clean.Length; i++)
        {
            JsonValue argument = Sequences.Sequence.Unwrap(arguments[i]);
            clean[i] = argument.Reference switch
            {
                FunctionValue => default,
                JsonArray array => array,
                _ => argument,
            };
        }

        return clean;
    }
}
