namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Represents what the functions of a case have in common.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Activity">Who counts the calls.</param>
internal sealed record FunctionEnvironment(TimeProvider Time, HandlerActivity Activity)
{
    private int _requests;

    /// <summary>Returns the id of the next request: the same in every run of the case.</summary>
    public string NextRequestId() => new Guid(Interlocked.Increment(ref _requests), 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString();
}
