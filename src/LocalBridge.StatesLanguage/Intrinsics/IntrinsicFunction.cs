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
        new("Format", "s*", 1, int.MaxValue, static (arguments, _) => TextFunctions.Format(arguments)) { TakesTemplate = true },
        new("StringSplit", "ss", 2, 2, static (arguments, _) => TextFunctions.Split(arguments)),
        new("StringToJson", "s", 1, 1, static (arguments, _) => TextFunctions.ToJson(arguments)),
        new("JsonToString", "*", 1, 1, static (arguments, _) => IntrinsicResult.Of(arguments[0].ToJson())),
        new("JsonMerge", "oob", 3, 3, static (arguments, _) => TextFunctions.Merge(arguments)),
        new("Base64Encode", "s", 1, 1, static (arguments, _) => EncodingFunctions.Base64Encode(arguments)),
        new("Base64Decode", "s", 1, 1, static (arguments, _) => EncodingFunctions.Base64Decode(arguments)),
        new("Hash", "*s", 2, 2, static (arguments, _) => EncodingFunctions.Hash(arguments)),
        new("UUID", "*", 0, 0, static (_, random) => EncodingFunctions.Uuid(random)),
        new("Array", "*", 0, int.MaxValue, static (arguments, _) => IntrinsicResult.Of(JsonArray.Create(arguments))),
        new("ArrayPartition", "an", 2, 2, static (arguments, _) => ArrayFunctions.Partition(arguments)),
        new("ArrayContains", "a*", 2, 2, static (arguments, _) => ArrayFunctions.Contains(arguments)),
        new("ArrayRange", "nnn", 3, 3, static (arguments, _) => ArrayFunctions.Range(arguments)),
        new("ArrayGetItem", "an", 2, 2, static (arguments, _) => ArrayFunctions.GetItem(arguments)),
        new("ArrayLength", "a", 1, 1, static (arguments, _) => ArrayFunctions.Length(arguments)),
        new("ArrayUnique", "a", 1, 1, static (arguments, _) => ArrayFunctions.Unique(arguments)),
        new("MathRandom", "nnn", 2, 3, MathFunctions.Random),
        new("MathAdd", "nn", 2, 2, static (arguments, _) => MathFunctions.Add(arguments)),
    }.ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);

    // One letter a parameter: s string, n number, b boolean, a array, o object, * anything. The last one repeats.
    private readonly string _parameters;
    private readonly int _fewest;
    private readonly int _most;
    private readonly Func<JsonValue[], ExecutionRandom, IntrinsicResult> _body;

    private IntrinsicFunction(string name, string parameters, int fewest, int most, Func<JsonValue[], ExecutionRandom, IntrinsicResult> body)
    {
        Name = Prefix + name;
        _parameters = parameters;
        _fewest = fewest;
        _most = most;
        _body = body;
    }

    internal string Name { get; }

    /// <summary>Whether the first argument is a template that reads the escapes in it by itself.</summary>
    internal bool TakesTemplate { get; private init; }

    internal static bool TryFind(string name, [NotNullWhen(true)] out IntrinsicFunction? function) => ByName.TryGetValue(name, out function);

    internal bool Accepts(int argumentCount) => argumentCount >= _fewest && argumentCount <= _most;

    /// <summary>Whether a literal can be the argument at a position: what can never be right is a fault of the definition.</summary>
    internal bool AcceptsLiteral(int position, JsonValue literal) => _parameters[Math.Min(position, _parameters.Length - 1)] switch
    {
        's' => literal.IsString,
        'n' => literal.IsNumber,
        'b' => literal.IsBoolean,
        'a' or 'o' => false,
        _ => true,
    };

    internal bool TryInvoke(JsonValue[] arguments, ExecutionRandom random, out JsonValue value, [NotNullWhen(false)] out string? problem)
    {
        IntrinsicResult result = _body(arguments, random);
        value = result.Value;
        problem = result.Problem;
        return problem is null;
    }
}
