using System.Globalization;
using LocalBridge.Errors;
using LocalBridge.Events;
using LocalBridge.Json;

namespace LocalBridge.Targets.Inputs;

/// <summary>A path into an event, in the subset that targets may use: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>[0]</c>. Compiled once.</summary>
internal sealed class EventPath
{
    private readonly string _text;

    private readonly Step[] _steps;

    private EventPath(string text, Step[] steps)
    {
        _text = text;
        _steps = steps;
    }

    public override string ToString() => _text;

    /// <exception cref="ValidationException">The path is malformed.</exception>
    internal static EventPath Parse(string text, string targetId, string member)
    {
        if (!text.StartsWith('$'))
            throw Fault(text, targetId, member, 0, "a path starts with '$'");

        var steps = new List<Step>();
        int position = 1;
        while (position < text.Length)
        {
            steps.Add(text[position] switch
            {
                '.' => ReadName(text, ref position, targetId, member),
                '[' => ReadBracket(text, ref position, targetId, member),
                _ => throw Fault(text, targetId, member, position, "'.' or '[' is expected"),
            });
        }

        return new EventPath(text, [.. steps]);
    }

    /// <summary>Returns the value at the path, undefined when there is none.</summary>
    internal JsonValue Evaluate(EventEnvelope envelope)
    {
        if (_steps.Length == 0)
            return envelope.ToJsonValue();

        // The detail is often there as a tree already, while the envelope around it is not.
        JsonValue value = _steps[0].Name == "detail" ? envelope.Detail : _steps[0].Of(envelope.ToJsonValue());
        for (int index = 1; index < _steps.Length && !value.IsUndefined; index++)
            value = _steps[index].Of(value);
        return value;
    }

    private static Step ReadName(string text, ref int position, string targetId, string member)
    {
        int start = position + 1;
        int end = text.AsSpan(start).IndexOfAny('.', '[');
        end = end < 0 ? text.Length : start + end;
        if (end == start)
            throw Fault(text, targetId, member, start, "a field name is expected after '.'");
        position = end;
        return new Step(text[start..end], -1);
    }

    private static Step ReadBracket(string text, ref int position, string targetId, string member)
    {
        int start = position + 1;
        if (start < text.Length && text[start] is '\'' or '"')
        {
            int quote = text.IndexOf(text[start], start + 1);
            if (quote < 0 || quote + 1 >= text.Length || text[quote + 1] != ']')
                throw Fault(text, targetId, member, start, "a quoted field name must end with its quote and ']'");
            position = quote + 2;
            return new Step(text[(start + 1)..quote], -1);
        }

        int end = text.IndexOf(']', start);
        if (end < 0 || !int.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            throw Fault(text, targetId, member, start, "a quoted field name or an index is expected in '[...]'");
        position = end + 1;
        return new Step(null, index);
    }

    private static ValidationException Fault(string text, string targetId, string member, int position, string expected) =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"Invalid {member} for target {targetId} : '{text}' is not a path at position {position}: {expected}."));

    private readonly record struct Step(string? Name, int Index)
    {
        internal JsonValue Of(JsonValue value)
        {
            if (Name is null)
                return value[Index];
            return value.TryGetProperty(Name, out JsonValue member) ? member : JsonValue.Undefined;
        }
    }
}
