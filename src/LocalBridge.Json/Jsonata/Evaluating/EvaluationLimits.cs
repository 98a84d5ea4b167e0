using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Evaluating;

/// <summary>Holds the bounds of an evaluation in the form the evaluator checks them.</summary>
internal sealed class EvaluationLimits(JsonataOptions options)
{
    private readonly bool _isStepFunctions = options.IsStepFunctions;

    /// <summary>Gets how deep evaluations may nest.</summary>
    internal int Depth { get; } = options.MaximumDepth > 0 ? options.MaximumDepth : int.MaxValue;

    internal int SequenceLength { get; } = options.MaximumSequenceLength;

    internal int StringLength { get; } = options.MaximumStringLength;

    internal TimeSpan? Timeout { get; } = options.Timeout;

    internal TimeProvider Clock { get; } = options.TimeProvider;

    internal JsonataException SequenceFault(long length) =>
        _isStepFunctions ? FailureCodes.TooLarge() : new JsonataException("D2015", -1, null, length);

    internal JsonataException RangeFault(double length) =>
        _isStepFunctions ? FailureCodes.TooLarge() : new JsonataException("D2014", -1, null, length);
}
