namespace LocalBridge.Json.Jsonata.Evaluating;

/// <summary>Marks the place of a variable that has not been bound, which is not the same as one bound to nothing.</summary>
internal sealed class Unbound
{
    internal static readonly Unbound Instance = new();

    private Unbound()
    {
    }

    internal static JsonValue Value => JsonValue.FromReference(Instance, 0);
}
