using System.Diagnostics.CodeAnalysis;
using System.Text;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths;

/// <summary>Writes a value into a copy of a tree that shares everything beside the way to the value.</summary>
internal static class ReferencePathWriter
{
    internal static bool TrySet(
        ReadOnlySpan<PathStep> steps,
        JsonValue root,
        JsonValue value,
        out JsonValue result,
        [NotNullWhen(false)] out JsonPathError? error)
    {
        result = default;
        error = null;

        // Down to the container of the last step, then up again, each container with its child replaced.
        var containers = new JsonValue[steps.Length];
        JsonValue current = root;
        for (int i = 0; i < steps.Length; i++)
        {
            containers[i] = current;
            error = Check(steps, i, current);
            if (error is not null)
            {
                return false;
            }

            current = steps[i] is PropertyStep property ? current[property.Name] : current[((IndexStep)steps[i]).Index];
        }

        result = value;
        for (int i = steps.Length - 1; i >= 0; i--)
        {
            result = Replace(containers[i], steps[i], result);
        }

        return true;
    }

    private static JsonPathError? Check(ReadOnlySpan<PathStep> steps, int index, JsonValue container)
    {
        PathStep step = steps[index];
        if (step is PropertyStep)
        {
            return container.IsObject || container.IsUndefined
                ? null
                : new JsonPathError(
                    JsonPathErrorKind.Invalid,
                    $"The value at {Location(steps[..index])} is not an object, so the member {step.Text} cannot be set in it.",
                    step.Position);
        }

        if (!container.IsArray)
        {
            return new JsonPathError(
                JsonPathErrorKind.Invalid,
                $"The value at {Location(steps[..index])} is not an array, so the element {step.Text} cannot be set in it.",
                step.Position);
        }

        return ((IndexStep)step).Index < container.Count
            ? null
            : new JsonPathError(
                JsonPathErrorKind.NotFound,
                $"The array at {Location(steps[..index])} has {container.Count} elements, so there is no element {step.Text} to set.",
                step.Position);
    }

    private static JsonValue Replace(JsonValue container, PathStep step, JsonValue value)
    {
        if (step is PropertyStep property)
        {
            return (container.IsObject ? container.AsObject() : JsonObject.Empty).SetItem(property.Name, value);
        }

        return container.AsArray().SetItem(((IndexStep)step).Index, value);
    }

    private static string Location(ReadOnlySpan<PathStep> steps)
    {
        var text = new StringBuilder("$");
        foreach (PathStep step in steps)
        {
            text.Append(step.Text);
        }

        return text.ToString();
    }
}
