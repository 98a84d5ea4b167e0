namespace LocalBridge.Json.Jsonata.Failures;

/// <summary>Names the codes that are not the reference implementation's alone.</summary>
internal static class FailureCodes
{
    /// <summary>A limit of time or depth; the code and both texts are those AWS Step Functions and the reference's test suite use.</summary>
    internal const string Limit = "U1001";

    /// <summary>A limit of memory; AWS Step Functions reports it without a code.</summary>
    internal const string Memory = "U1002";

    /// <summary>The expression results in a function, which is no JSON.</summary>
    internal const string FunctionResult = "U1003";

    internal const string DepthText =
        "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.";

    internal const string TimeText = "Expression evaluation timeout: Check for infinite loop";

    internal const string MemoryText = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

    internal static JsonataException IsFunction() => new(FunctionResult)
    {
        OwnText = "The expression results in a function, which is not JSON. Call the function, or use its result.",
    };

    internal static JsonataException TooDeep() => new(Limit) { OwnText = DepthText };

    internal static JsonataException TooLong() => new(Limit) { OwnText = TimeText };

    internal static JsonataException TooLarge() => new(Memory) { OwnText = MemoryText };
}
