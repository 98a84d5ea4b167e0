using LocalBridge.Json.Jsonata.Hosted;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>The functions that AWS Step Functions adds.</summary>
internal static class HostedFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Strict("partition", "<an:a>", 2, (_, arguments) => Hosted.ArrayFunctions.Partition(arguments[0].AsArray(), Number(arguments[1]))),
        Define.Strict("range", "<nnn:a>", 3, (evaluation, arguments) => Sequence.Of(Hosted.ArrayFunctions.Range(
            arguments[0].GetDouble(),
            Number(arguments[1]),
            Number(arguments[2]),
            evaluation.Limits.SequenceLength))),
        Define.Strict("hash", "<ss:s>", 2, (_, arguments) =>
            TextHash.Compute(arguments[0].GetString(), Define.OptionalText(arguments[1]) ?? string.Empty)),
        Define.Function("random", "<n?:n>", 1, (evaluation, arguments) =>
            arguments[0].IsUndefined ? evaluation.Random.NextDouble() : JavaRandom.FirstDouble(arguments[0].GetDouble())),
        Define.Function("uuid", "<:s>", 0, (evaluation, _) => RandomUuid.Create(evaluation.Random.Next(), evaluation.Random.Next())),
        Define.Strict("parse", "<s:x>", 1, (_, arguments) => JsonText.Parse(arguments[0].GetString())),
    ];

    private static double Number(JsonValue value) => value.IsUndefined ? double.NaN : value.GetDouble();
}
