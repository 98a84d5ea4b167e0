using CsCheck;

namespace LocalBridge.EventPatterns.Tests.Reference;

/// <summary>Patterns with several fields below the same names and events full of arrays of objects, over two values: array consistency decides them.</summary>
internal static class GenerateArrays
{
    internal static readonly Gen<string> Patterns = Gen.Select(Object(1), Object(1), Leaves(), (first, second, third) =>
        $"{{\"a\":{first},\"b\":{second},\"a-\":{third},\"a.d\":{third}}}");

    internal static readonly Gen<string> SingleArrayPatterns = Gen.Select(Object(1), Leaves(), (first, leaf) => $"{{\"a\":{first},\"a.d\":{leaf}}}");

    internal static readonly Gen<string> SmallPatterns = Object(1).Select(first => $"{{\"a\":{first}}}");

    /// <summary>Events that repeat paths now and then.</summary>
    internal static readonly Gen<string> Events = Members(3).Select(members => $"{{{members}}}");

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static Gen<string> Leaves() => Pick(
        "[\"x\"]", "[\"y\"]", "[{\"exists\":false}]", "[{\"exists\":false},\"x\"]", "[{\"exists\":true}]", "[{\"anything-but\":\"x\"}]", "[\"x\",\"y\"]");

    private static Gen<string> Object(int depth) => Gen.Select(Pick("b", "c"), Pick("c", "d"), depth == 0 ? Leaves() : Gen.OneOf(Leaves(), Object(0)), Leaves(), (one, two, first, second) =>
        one == two ? $"{{\"{one}\":{first}}}" : $"{{\"{one}\":{first},\"{two}\":{second}}}");

    private static Gen<string> Members(int depth) => Gen.Select(Pick("a", "b", "c", "d", "a-", "a.b"), Value(depth), (name, value) => $"\"{name}\":{value}")
        .List[1, 5].Select(list => string.Join(',', list));

    private static Gen<string> Value(int depth)
    {
        Gen<string> scalar = Pick("\"x\"", "\"y\"");
        if (depth == 0)
        {
            return scalar;
        }

        Gen<string> nested = Members(depth - 1).Select(members => $"{{{members}}}");
        return Gen.OneOf(scalar, nested, Gen.OneOf(nested, nested, Value(depth - 1)).List[1, 3].Select(list => $"[{string.Join(',', list)}]"));
    }
}
