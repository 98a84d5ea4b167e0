using CsCheck;

namespace LocalBridge.EventPatterns.Tests.Reference;

/// <summary>Random patterns and events over few names and few values, so that they often meet.</summary>
internal static class Generate
{
    internal static readonly Gen<string> Names = Pick("a", "b", "c", "a-", "a.b");

    internal static readonly Gen<string> Texts = Pick("x", "y", "xy", "xYx", "", "10.0.0.1", "10.0.0.01", "10.0.1.1", "*", "é");

    internal static readonly Gen<string> Numbers = Pick("0", "1", "1.0", "2", "-1", "1.5", "15e-1");

    internal static readonly Gen<string> Scalars = Gen.OneOf(Texts.Select(text => $"\"{text}\""), Numbers, Pick("true", "false", "null"));

    internal static readonly Gen<string> Alternatives = Gen.OneOf(
        Scalars,
        Scalars,
        Pick("{\"exists\":true}", "{\"exists\":false}", "{\"exists\":false}"),
        Gen.Select(Pick("prefix", "suffix", "equals-ignore-case", "exactly"), Texts, (name, text) => $"{{\"{name}\":\"{text}\"}}"),
        Gen.Select(Pick("prefix", "suffix"), Texts, (name, text) => $"{{\"{name}\":{{\"equals-ignore-case\":\"{text}\"}}}}"),
        Pick("*", "x*", "*x", "*x*", "x*x", "\\\\*", "x*y*").Select(shape => $"{{\"wildcard\":\"{shape}\"}}"),
        Pick("10.0.0.0/24", "10.0.0.0/8").Select(block => $"{{\"cidr\":\"{block}\"}}"),
        Gen.Select(Pick("=", "<", "<=", ">", ">="), Numbers, (comparison, number) => $"{{\"numeric\":[\"{comparison}\",{number}]}}"),
        Pick("{\"numeric\":[\">\",0,\"<=\",1.5]}", "{\"numeric\":[\">=\",1,\"<\",2]}"),
        Gen.OneOf(Texts.Select(text => $"\"{text}\""), Numbers).Select(value => $"{{\"anything-but\":{value}}}"),
        Texts.List[1, 3].Select(texts => $"{{\"anything-but\":[{string.Join(',', texts.Select(text => $"\"{text}\""))}]}}"),
        Pick("x", "y", "xY").List[1, 2].SelectMany(texts => Pick("prefix", "suffix", "equals-ignore-case", "wildcard")
            .Select(name => $"{{\"anything-but\":{{\"{name}\":[{string.Join(',', texts.Select(text => $"\"{text}\""))}]}}}}")));

    internal static readonly Gen<string> Leaves = Alternatives.List[1, 3].Select(alternatives => $"[{string.Join(',', alternatives)}]");

    internal static readonly Gen<string> Patterns = PatternObject(2);

    internal static readonly Gen<string> Events = EventObject(3);

    /// <summary>Every key unique, no dots: what <see cref="EventGuarantees.UniquePaths"/> promises.</summary>
    internal static readonly Gen<string> TidyEvents = TidyObject(3);

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static Gen<string> PatternObject(int depth)
    {
        Gen<string> member = Gen.Select(Names, depth == 0 ? Leaves : Gen.OneOf(Leaves, Leaves, PatternObject(depth - 1)), Member);
        Gen<string> members = member.List[1, 3].Select(list => $"{{{string.Join(',', list)}}}");
        return depth == 0
            ? members
            : Gen.OneOf(members, members, Gen.Select(member, PatternObject(depth - 1).List[2, 3], (first, branches) => $"{{{first},\"$or\":[{string.Join(',', branches)}]}}"));
    }

    private static Gen<string> EventObject(int depth) =>
        Gen.Select(Names, EventValue(depth), Member).List[0, 4].Select(list => $"{{{string.Join(',', list)}}}");

    private static Gen<string> EventValue(int depth) => depth == 0
        ? Scalars
        : Gen.OneOf(Scalars, EventObject(depth - 1), EventValue(depth - 1).List[0, 4].Select(list => $"[{string.Join(',', list)}]"));

    private static Gen<string> TidyObject(int depth) => Gen.Select(TidyValue(depth), TidyValue(depth), TidyValue(depth), Gen.Int[0, 7], (a, b, c, kept) =>
    {
        string[] members = [$"\"a\":{a}", $"\"b\":{b}", $"\"c\":{c}"];
        return $"{{{string.Join(',', members.Where((_, i) => (kept >> i & 1) != 0))}}}";
    });

    private static Gen<string> TidyValue(int depth) => depth == 0
        ? Scalars
        : Gen.OneOf(Scalars, TidyObject(depth - 1), TidyValue(depth - 1).List[0, 3].Select(list => $"[{string.Join(',', list)}]"));

    private static string Member(string name, string value) => $"\"{name}\":{value}";
}
