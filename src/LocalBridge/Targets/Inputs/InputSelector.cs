using LocalBridge.Errors;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.Targets.Inputs;

/// <summary>Makes the input of one target from events: the <c>Input</c>, <c>InputPath</c> or <c>InputTransformer</c> of the target, or the event as it is.</summary>
internal abstract class InputSelector
{
    /// <summary>Reads and checks the input members of a target.</summary>
    /// <exception cref="ValidationException">They contradict each other, or one is malformed.</exception>
    internal static InputSelector For(Target target, string ruleName, string ruleArn)
    {
        int given = (target.Input is null ? 0 : 1) + (target.InputPath is null ? 0 : 1) + (target.InputTransformer is null ? 0 : 1);
        if (given > 1)
            throw new ValidationException($"Only one of Input, InputPath, or InputTransformer must be provided for target {target.Id}.");
        if (target.Input is { } input)
            return new ConstantInput(input, target.Id);
        if (target.InputPath is { } path)
            return new PathInput(EventPath.Parse(path, target.Id, "InputPath"));
        return target.InputTransformer is { } transformer
            ? TransformedInput.Create(transformer, target.Id, ruleName, ruleArn)
            : WholeEvent.Instance;
    }

    /// <exception cref="TargetInputException">The input cannot be made from this event.</exception>
    internal abstract TargetInput Select(EventEnvelope envelope);

    private sealed class WholeEvent : InputSelector
    {
        internal static WholeEvent Instance { get; } = new();

        internal override TargetInput Select(EventEnvelope envelope) => new(envelope);
    }

    private sealed class ConstantInput : InputSelector
    {
        private readonly TargetInput _input;

        internal ConstantInput(string text, string targetId)
        {
            if (!JsonValue.TryParse(text, out JsonValue value, out JsonParseError? error))
                throw new ValidationException($"JSON syntax error in input for target {targetId} : {error}");
            _input = new TargetInput(text, value);
        }

        internal override TargetInput Select(EventEnvelope envelope) => _input;
    }

    private sealed class PathInput(EventPath path) : InputSelector
    {
        internal override TargetInput Select(EventEnvelope envelope)
        {
            JsonValue value = path.Evaluate(envelope);
            return value.IsUndefined
                ? throw new TargetInputException(
                    DeliveryErrorCodes.InvalidParameter, $"The InputPath '{path}' finds nothing in event {envelope.Id}.")
                : new TargetInput(value);
        }
    }
}
