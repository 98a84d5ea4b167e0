using System.Text.Json;

namespace LocalBridge.EventPatterns.Tests.Reference;

/// <summary>A value of an event with its path and the array elements around it.</summary>
internal sealed record ReferenceValue(string Path, JsonElement Value, IReadOnlyDictionary<int, int> Elements)
{
    public bool IsConsistentWith(IReadOnlyDictionary<int, int> chosen) => Elements.All(entry => !chosen.TryGetValue(entry.Key, out int index) || index == entry.Value);

    public static List<ReferenceValue> Flatten(JsonElement eventElement)
    {
        List<ReferenceValue> values = [];
        int arrays = 0;
        FlattenObject(eventElement, "", new Dictionary<int, int>(), values, ref arrays);
        return values;
    }

    private static void FlattenObject(JsonElement element, string prefix, IReadOnlyDictionary<int, int> elements, List<ReferenceValue> values, ref int arrays)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            FlattenValue(property.Value, prefix + property.Name, elements, values, ref arrays);
        }
    }

    private static void FlattenValue(JsonElement value, string path, IReadOnlyDictionary<int, int> elements, List<ReferenceValue> values, ref int arrays)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                FlattenObject(value, $"{path}.", elements, values, ref arrays);
                break;
            case JsonValueKind.Array:
                int array = arrays++;
                int index = 0;
                foreach (JsonElement element in value.EnumerateArray())
                {
                    bool isPlace = element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
                    Dictionary<int, int> inside = new(elements);
                    if (isPlace)
                    {
                        inside.Add(array, index);
                    }

                    index++;
                    FlattenValue(element, path, inside, values, ref arrays);
                }

                break;
            default:
                values.Add(new ReferenceValue(path, value, elements));
                break;
        }
    }
}
