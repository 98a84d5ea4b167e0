using System.Collections.Frozen;
using System.Text.Json;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>One of the data-test operators of a Choice rule (States Language specification, "Data-test expression").</summary>
/// <remarks>An operator compares values of its own type only: values of another type make it false, whatever the comparison.</remarks>
internal sealed class ComparisonOperator
{
    internal const string PathSuffix = "Path";

    private static readonly FrozenDictionary<string, ComparisonOperator> ByName = All().ToFrozenDictionary(static x => x.Name, StringComparer.Ordinal);

    private readonly Func<JsonValue, JsonValue, bool> _compare;

    private ComparisonOperator(string name, JsonValueKind literalKind, Func<JsonValue, JsonValue, bool> compare, bool takesPath = true)
    {
        Name = name;
        LiteralKind = literalKind;
        _compare = compare;
        TakesPath = takesPath;
    }

    internal string Name { get; }

    /// <summary>The kind of literal it takes; <see cref="JsonValueKind.True"/> stands for either boolean.</summary>
    internal JsonValueKind LiteralKind { get; }

    /// <summary>Whether there is a form with <c>Path</c> behind its name.</summary>
    internal bool TakesPath { get; }

    /// <summary>Whether a missing value is something to be tested, and no error.</summary>
    internal bool AcceptsMissing { get; private init; }

    internal static IEnumerable<string> Names => ByName.Keys;

    internal bool Compare(JsonValue value, JsonValue operand) => _compare(value, operand);

    /// <summary>Finds an operator by a field's name, with or without <c>Path</c> behind it.</summary>
    internal static bool TryFind(string fieldName, out ComparisonOperator? found, out bool isPath)
    {
        isPath = false;
        if (ByName.TryGetValue(fieldName, out found))
        {
            return true;
        }

        isPath = fieldName.EndsWith(PathSuffix, StringComparison.Ordinal)
            && ByName.TryGetValue(fieldName[..^PathSuffix.Length], out found) && found.TakesPath;
        return isPath;
    }

    private static IEnumerable<ComparisonOperator> All()
    {
        yield return new("BooleanEquals", JsonValueKind.True, static (a, b) => a.IsBoolean && b.IsBoolean && a.GetBoolean() == b.GetBoolean());
        foreach ((string suffix, Func<int, bool> holds) in Orders())
        {
            yield return new("Numeric" + suffix, JsonValueKind.Number, (a, b) => a.IsNumber && b.IsNumber && holds(a.GetDouble().CompareTo(b.GetDouble())));
            yield return new("String" + suffix, JsonValueKind.String, (a, b) =>
                a.IsString && b.IsString && holds(string.CompareOrdinal(a.GetString(), b.GetString())));
            yield return new("Timestamp" + suffix, JsonValueKind.String, (a, b) =>
                TryGetTime(a, out DateTimeOffset x) && TryGetTime(b, out DateTimeOffset y) && holds(x.CompareTo(y)));
        }

        yield return new("StringMatches", JsonValueKind.String, static (a, b) =>
            a.IsString && b.IsString && WildcardText.Matches(a.GetString(), b.GetString()), takesPath: false);
        yield return Is("IsBoolean", static value => value.IsBoolean);
        yield return Is("IsNull", static value => value.IsNull);
        yield return Is("IsNumeric", static value => value.IsNumber);
        yield return Is("IsString", static value => value.IsString);
        yield return Is("IsTimestamp", static value => TryGetTime(value, out _));
        yield return new("IsPresent", JsonValueKind.True, static (a, b) => !a.IsUndefined == b.GetBoolean(), takesPath: false) { AcceptsMissing = true };
    }

    private static (string Suffix, Func<int, bool> Holds)[] Orders() =>
    [
        ("Equals", static order => order == 0),
        ("LessThan", static order => order < 0),
        ("LessThanEquals", static order => order <= 0),
        ("GreaterThan", static order => order > 0),
        ("GreaterThanEquals", static order => order >= 0),
    ];

    private static ComparisonOperator Is(string name, Func<JsonValue, bool> test) =>
        new(name, JsonValueKind.True, (a, b) => test(a) == b.GetBoolean(), takesPath: false);

    private static bool TryGetTime(JsonValue value, out DateTimeOffset time)
    {
        time = default;
        return value.IsString && Rfc3339.TryParse(value.GetString(), out time);
    }
}
