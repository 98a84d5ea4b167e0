using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>One of the intrinsic functions, with the number of arguments it takes.</summary>
internal sealed class IntrinsicFunction
{
    internal const string Prefix = "States.";

    private static readonly FrozenDictionary<string, IntrinsicFunction> ByName = new IntrinsicFunction[]
    {
        new("Format", 1, int.MaxValue, static (arguments, _) => TextFunctions.Format(arguments)) { TakesTemplate = true },
        new("StringSplit", 2, 2, static (arguments, _) => TextFunctions.Split(arguments)),
        new("StringToJson", 1, 1, static (arguments, _) => TextFunctions.ToJson(arguments)),
        new("JsonToString", 1, 1, static (arguments, _) => IntrinsicResult.Of(arguments[0].ToJson())),
        new("JsonMerge", 3, 3, static (arguments, _) => TextFunctions.Merge(arguments)),
        new("Base64Encode", 1, 1, static (arguments, _) => EncodingFunctions.Base64Encode(arguments)),
        new("Base64Decode", 1, 1, static (arguments, _) => EncodingFunctions.Base64Decode(arguments)),
        new("Hash", 2, 2, static (arguments, _) => EncodingFunctions.Hash(arguments)),
        new("UUID", 0, 0, static (_, random) => EncodingFunctions.Uuid(random)),
        new("Array", 0, int.MaxValue, static (arguments, _) => IntrinsicResult.Of(JsonArray.Create(arguments))),
        new("ArrayPartition", 2, 2, static (arguments, _) => ArrayFunctions.Partition(arguments)),
        new("ArrayContains", 2, 2, static (arguments, _) => ArrayFunctions.Contains(arguments)),
        new("ArrayRange", 3, 3, static (arguments, _) => ArrayFunctions.Range(arguments)),
        new("ArrayGetItem", 2, 2, static (arguments, _) => ArrayFunctions.GetItem(arguments)),
        new("ArrayLength", 1, 1, static (arguments, _) => ArrayFunctions.Length(arguments)),
        new("ArrayUnique", 1, 1, static (arguments, _) => ArrayFunctions.Unique(arguments)),
        new("MathRandom", 2, 3, MathFunctions.Random),
        new("MathAdd", 2, 2, static (arguments, _) => MathFunctions.Add(arguments)),
    }.ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);

    private readonly int _fewest;
    private readonly int _most;
    private readonly Func<JsonValue[], ExecutionRandom, IntrinsicResult> _body;

    private IntrinsicFunction(string name, int fewest, int most, Func<JsonValue[], ExecutionRandom, IntrinsicResult> body)
    {
        Name = Prefix + name;
        _fewest = fewest;
        _most = most;
        _body = body;
    }

    internal string Name { get; }

    /// <summary>Whether the first argument is a template that reads the escapes in it by itself.</summary>
    internal bool TakesTemplate { get; private init; }

    internal static bool TryFind(string name, [NotNullWhen(true)] out IntrinsicFunction? function) => ByName.TryGetValue(name, out function);

    internal bool Accepts(int argumentCount) => argumentCount >= _fewest && argumentCount <= _most;

    internal bool TryInvoke(JsonValue[] arguments, ExecutionRandom random, out JsonValue value, [NotNullWhen(false)] out string? problem)
    {
        IntrinsicResult result = _body(arguments, random);
        value = result.Value;
        problem = result.Problem;
        return problem is null;
    }
}
