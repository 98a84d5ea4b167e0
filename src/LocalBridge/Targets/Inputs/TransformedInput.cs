using System.Text;
using LocalBridge.Errors;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.Targets.Inputs;

/// <summary>The <c>InputTransformer</c> of a target, compiled. See "Input transformation" in the EventBridge user guide.</summary>
internal sealed class TransformedInput : InputSelector
{
    private readonly InputTemplate _template;

    /// <summary>Where the value of each placeholder comes from; one entry for each part, null for literal text.</summary>
    private readonly Func<EventEnvelope, JsonValue>?[] _values;

    private TransformedInput(InputTemplate template, Func<EventEnvelope, JsonValue>?[] values)
    {
        _template = template;
        _values = values;
    }

    /// <exception cref="ValidationException">A path, the template or a placeholder is invalid.</exception>
    internal static TransformedInput Create(InputTransformer transformer, string targetId, string ruleName, string ruleArn)
    {
        var paths = new Dictionary<string, EventPath>(StringComparer.Ordinal);
        foreach ((string name, string path) in transformer.InputPathsMap)
        {
            if (name.StartsWith("AWS", StringComparison.Ordinal))
                throw new ValidationException($"Invalid InputPathsMap for target {targetId} : the name {name} is reserved, as are all that start with AWS.");
            paths[name] = EventPath.Parse(path, targetId, $"InputPathsMap entry {name}");
        }

        InputTemplate template = InputTemplate.Parse(transformer.InputTemplate, targetId);
        var values = new Func<EventEnvelope, JsonValue>?[template.Parts.Length];
        for (int index = 0; index < values.Length; index++)
        {
            TemplatePart part = template.Parts[index];
            if (part.IsPlaceholder)
            {
                values[index] = paths.TryGetValue(part.Text, out EventPath? path)
                    ? path.Evaluate
                    : Predefined(part.Text, ruleName, ruleArn)
                        ?? throw new ValidationException($"InputTemplate for target {targetId} contains invalid placeholder {part.Text}.");
            }
        }

        return new TransformedInput(template, values);
    }

    internal override TargetInput Select(EventEnvelope envelope)
    {
        var result = new StringBuilder();
        for (int index = 0; index < _values.Length; index++)
        {
            TemplatePart part = _template.Parts[index];
            if (_values[index] is not { } value)
                result.Append(part.Text);
            else if (!_template.IsJson)
                AppendText(result, value(envelope));
            else if (part.IsQuoted)
                AppendBare(result, value(envelope));
            else
                AppendJson(result, value(envelope));
        }

        string text = result.ToString();
        if (!_template.IsJson)
            return new TargetInput(text);

        // Values are not escaped, so an object between quotes or a quote in a string breaks the JSON; the service drops such an event for the target.
        return JsonValue.TryParse(text, out JsonValue json, out JsonParseError? error)
            ? new TargetInput(text, json)
            : throw new TargetInputException(DeliveryErrorCodes.InvalidJson, $"The input template gives no valid JSON for event {envelope.Id}. {error}");
    }

    private static Func<EventEnvelope, JsonValue>? Predefined(string name, string ruleName, string ruleArn) => name switch
    {
        "aws.events.rule-arn" => _ => ruleArn,
        "aws.events.rule-name" => _ => ruleName,
        "aws.events.event.ingestion-time" => static envelope => EventTime.ToText(envelope.IngestionTime),
        "aws.events.event.json" => static envelope => envelope.ToJsonValue(),
        "aws.events.event" => static envelope => EventEnvelopeWriter.WithoutDetail(envelope),
        _ => null,
    };

    /// <summary>A value in quoted text: strings bare, objects and arrays without any double quote.</summary>
    private static void AppendText(StringBuilder result, JsonValue value)
    {
        if (value.IsArray || value.IsObject)
            result.Append(value.ToJson().Replace("\"", string.Empty, StringComparison.Ordinal));
        else
            AppendBare(result, value);
    }

    private static void AppendBare(StringBuilder result, JsonValue value)
    {
        if (value.TryGetString(out string? text))
            result.Append(text);
        else if (!value.IsUndefined)
            result.Append(value.ToJson());
    }

    private static void AppendJson(StringBuilder result, JsonValue value)
    {
        if (value.TryGetString(out string? text))
            result.Append('"').Append(text).Append('"');
        else
            result.Append(value.IsUndefined ? "\"\"" : value.ToJson());
    }
}
