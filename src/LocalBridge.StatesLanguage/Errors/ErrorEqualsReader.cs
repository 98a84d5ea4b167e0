using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Reads <c>ErrorEquals</c> of a retrier or catcher.</summary>
internal static class ErrorEqualsReader
{
    /// <param name="fields">The retrier or catcher.</param>
    /// <param name="isLast">Whether it is the last one of its list: only there may <c>States.ALL</c> stand.</param>
    internal static ImmutableArray<string> Read(FieldReader fields, bool isLast)
    {
        if (!fields.Require("ErrorEquals") || fields.Array("ErrorEquals") is not { } names)
        {
            return [];
        }

        if (names.Count == 0)
        {
            fields.Fault("ErrorEquals", "Value cannot be empty");
        }

        ImmutableArray<string>.Builder errors = ImmutableArray.CreateBuilder<string>(names.Count);
        foreach (JsonValue name in names)
        {
            if (name.IsString)
            {
                errors.Add(name.GetString());
            }
            else
            {
                fields.Fault("ErrorEquals", "Expected value of type String");
            }
        }

        if (errors.Contains(ErrorNames.All) && (errors.Count > 1 || !isLast))
        {
            fields.Fault("ErrorEquals", $"'{ErrorNames.All}' must stand alone and in the last element");
        }

        return errors.ToImmutable();
    }
}
