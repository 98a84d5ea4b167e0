using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Evaluating;

internal sealed partial class Evaluation
{
    // Looking at the clock costs as much as a few calls, so it is done once in so many.
    private const int CallsBetweenChecks = 256;

    private int _untilCheck = CallsBetweenChecks;
    private readonly int _maximumDepth = expression.Limits.Depth;
    private long _started;
    private CancellationToken _cancellationToken;

    internal EvaluationLimits Limits { get; } = expression.Limits;

    /// <summary>Gets or sets how deep the evaluation is nested where the running function was called.</summary>
    internal int Depth { get; set; }

    /// <summary>Notes a call or a turn of a loop, and looks now and then whether the evaluation may go on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Tick()
    {
        if (--_untilCheck <= 0)
        {
            CheckTime();
        }
    }

    internal void CheckTime()
    {
        _untilCheck = CallsBetweenChecks;
        _cancellationToken.ThrowIfCancellationRequested();
        if (Limits.Timeout is { } timeout && Limits.Clock.GetElapsedTime(_started) > timeout)
        {
            throw FailureCodes.TooLong();
        }
    }

    internal void CheckLength(long length)
    {
        if (length > Limits.SequenceLength)
        {
            throw Limits.SequenceFault(length);
        }
    }

    /// <summary>Checks that a function whose body nests so deep may be called.</summary>
    internal void CheckDepth(int nesting)
    {
        if (Depth + nesting > _maximumDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        Tick();
    }
}
