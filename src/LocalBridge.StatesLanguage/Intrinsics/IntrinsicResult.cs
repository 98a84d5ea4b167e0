using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>What an intrinsic function gives: a value, or what is wrong with its arguments.</summary>
internal readonly record struct IntrinsicResult(JsonValue Value, string? Problem)
{
    internal static IntrinsicResult Of(JsonValue value) => new(value, null);

    internal static IntrinsicResult Invalid(string problem) => new(default, problem);

    internal static IntrinsicResult WrongType(string argument, string expected, JsonValue found) =>
        Invalid($"{argument} must be {expected} but was: {found.ToJson()}");
}
