using System.Text;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.Targets.Inputs;

/// <summary>What a target receives: the event itself, a JSON value, or text that need not be JSON.</summary>
internal readonly struct TargetInput
{
    private readonly EventEnvelope? _event;

    private readonly string? _text;

    private readonly JsonValue _value;

    internal TargetInput(EventEnvelope envelope) => _event = envelope;

    internal TargetInput(JsonValue value) => _value = value;

    internal TargetInput(string text) => _text = text;

    internal TargetInput(string text, JsonValue value)
    {
        _text = text;
        _value = value;
    }

    /// <summary>Returns the input as JSON, for targets that take nothing else.</summary>
    /// <exception cref="TargetInputException">The input is text that is not JSON.</exception>
    internal JsonValue ToJsonValue()
    {
        if (_event is not null)
            return _event.ToJsonValue();
        if (!_value.IsUndefined)
            return _value;
        if (JsonValue.TryParse(_text!, out JsonValue value, out JsonParseError? error))
            return value;
        throw new TargetInputException(
            DeliveryErrorCodes.InvalidJson, $"The transformed input is text that is not JSON, and this target takes JSON only. {error}");
    }

    /// <summary>Returns the input as text, byte for byte as a queue would receive it.</summary>
    internal string ToText() => _event is not null ? Encoding.UTF8.GetString(_event.ToUtf8().Span) : _text ?? _value.ToJson();
}
