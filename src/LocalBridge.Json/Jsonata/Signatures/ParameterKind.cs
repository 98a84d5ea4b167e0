using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Jsonata.Signatures;

/// <summary>Tells the kind of a value apart, and the letters that signatures use for kinds.</summary>
internal static class ParameterKind
{
    internal static ParameterKinds Of(JsonValue value) => value.Reference switch
    {
        null => value.IsUndefined ? ParameterKinds.Missing : value.IsNull ? ParameterKinds.Null : ParameterKinds.Boolean,
        string => ParameterKinds.String,
        JsonNumber => ParameterKinds.Number,
        JsonArray => ParameterKinds.Array,
        FunctionValue => ParameterKinds.Function,
        _ => ParameterKinds.Object,
    };

    internal static ParameterKinds OfLetter(char letter) => letter switch
    {
        's' => ParameterKinds.String,
        'n' => ParameterKinds.Number,
        'b' => ParameterKinds.Boolean,
        'l' => ParameterKinds.Null,
        'o' => ParameterKinds.Object,
        'a' => ParameterKinds.Array,
        'f' => ParameterKinds.Function,
        'm' => ParameterKinds.Missing,
        _ => ParameterKinds.None,
    };

    /// <summary>Returns the plural that the messages use for the elements of an array, or <see langword="null"/>.</summary>
    internal static string? PluralOf(string subtype) => subtype switch
    {
        "a" => "arrays",
        "b" => "booleans",
        "f" => "functions",
        "n" => "numbers",
        "o" => "objects",
        "s" => "strings",
        _ => null,
    };
}
