namespace LocalBridge.Json.Jsonata;

/// <summary>Represents how expressions are compiled and what their evaluation may use.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
public sealed record JsonataOptions
{
    // What the service was seen to accept: [1..873782], that is 6,990,256 bytes at 8 bytes a number; and a nesting of 100.
    private const int ServiceSequenceLength = 873_782;
    private const int ServiceStringLength = 6_990_256;
    private const int ServiceDepth = 100;

    /// <summary>Gets the whole language of the reference implementation, version 2.2, without limits of time and depth.</summary>
    public static JsonataOptions Default { get; } = new();

    /// <summary>
    /// Gets the language as AWS Step Functions offers it: the operators <c>??</c> and <c>?:</c> and the function <c>$eval</c> do not exist,
    /// <c>$partition</c>, <c>$range</c>, <c>$hash</c>, <c>$random(seed)</c>, <c>$uuid</c> and <c>$parse</c> do, the service's bounds of depth and memory hold,
    /// and a number that JSON cannot hold becomes a string.
    /// </summary>
    public static JsonataOptions StepFunctions { get; } = new()
    {
        IsStepFunctions = true,
        MaximumDepth = ServiceDepth,
        MaximumSequenceLength = ServiceSequenceLength,
        MaximumStringLength = ServiceStringLength,
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Gets the functions that expressions can call beside the built-in ones; one with the name of a built-in function replaces it.</summary>
    /// <value>None by default.</value>
    public IReadOnlyList<JsonataFunction> Functions { get; init; } = [];

    /// <summary>Gets how deep evaluations may nest, counted like the reference implementation counts: every part of the expression within another one.</summary>
    /// <value>Zero, the default, sets no limit but that of the call stack, which ends in the same error and not in a crash.</value>
    public int MaximumDepth { get; init; }

    /// <summary>Gets how many values an array made by an expression may have.</summary>
    /// <value>The default value is 10,000,000, the bound of the reference implementation's range operator.</value>
    public int MaximumSequenceLength { get; init; } = 10_000_000;

    /// <summary>Gets how many characters a string made by an expression may have.</summary>
    /// <value>The default value is 268,435,456.</value>
    public int MaximumStringLength { get; init; } = 1 << 28;

    /// <summary>Gets how long one evaluation may take.</summary>
    /// <value>The default value, <see langword="null"/>, sets no limit.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Gets the clock: of <see cref="Timeout"/>, and of <c>$now</c> and <c>$millis</c> where the bindings name no instant.</summary>
    /// <value>The default value is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the seed of the random functions where the bindings bring no source of their own: every evaluation repeats the same numbers.</summary>
    /// <value>The default value, <see langword="null"/>, takes different numbers each time.</value>
    public long? RandomSeed { get; init; }

    /// <summary>Gets a value indicating whether the language is that of AWS Step Functions.</summary>
    internal bool IsStepFunctions { get; init; }
}
