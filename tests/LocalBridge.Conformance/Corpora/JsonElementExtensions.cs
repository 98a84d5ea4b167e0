using System.Text.Json;
using LocalBridge.Conformance.Comparing;

namespace LocalBridge.Conformance.Corpora;

/// <summary>Reads optional members of cases.</summary>
internal static class JsonElementExtensions
{
    /// <summary>Returns a member, or an undefined element when there is none.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : default;

    /// <summary>Returns whether the member is there.</summary>
    public static bool Has(this JsonElement element, string name) => element.Member(name).ValueKind != JsonValueKind.Undefined;

    /// <summary>Returns the text of a member; <see langword="null"/> when it is absent or null.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        JsonElement value = element.Member(name);
        return value.ValueKind == JsonValueKind.String ? JsonTexts.TextOf(value) : null;
    }

    /// <summary>Returns whether the member is there and true.</summary>
    public static bool Flag(this JsonElement element, string name) => element.Member(name).ValueKind == JsonValueKind.True;

    /// <summary>Returns the text of a member that must be there.</summary>
    /// <exception cref="KeyNotFoundException">It is absent or no text.</exception>
    public static string RequiredText(this JsonElement element, string name) =>
        element.Text(name) ?? throw new KeyNotFoundException($"the member '{name}' is missing or is no text");

    /// <summary>Returns the name of the case.</summary>
    public static string Id(this JsonElement element) => element.RequiredText("id");
}
