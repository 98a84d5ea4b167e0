using System.Text.Json;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Scenarios;

/// <summary>Finds the resources that the Task states of a definition name.</summary>
internal static class TaskResources
{
    /// <summary>Returns the resources, each once: those of nested state graphs included.</summary>
    public static IReadOnlyCollection<string> Find(JsonElement definition)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Collect(definition, found);
        return found;
    }

    private static void Collect(JsonElement element, HashSet<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Collect(item, found);
                }

                break;
            case JsonValueKind.Object:
                if (element.Text("Type") == "Task" && element.Text("Resource") is { Length: > 0 } resource)
                {
                    found.Add(resource);
                }

                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Collect(member.Value, found);
                }

                break;
        }
    }
}
