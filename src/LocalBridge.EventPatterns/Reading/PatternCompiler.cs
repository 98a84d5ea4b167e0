using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LocalBridge.EventPatterns.Compiled;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>Reads the objects and <c>$or</c> arrays of a pattern and multiplies them out into sub-rules.</summary>
internal sealed class PatternCompiler
{
    internal const string Or = "$or";

    internal static readonly FrozenSet<string> ReservedInsideOr = FrozenSet.Create(
        StringComparer.Ordinal,
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr", "=", "<", "<=", ">", ">=", "regex",
        "not-wildcard", "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range",
        "ip-address-in-range", "ip-address-not-in-range");

    private readonly string _json;
    private readonly EventPatternOptions _options;
    private readonly PatternLexer _lexer;

    private PatternCompiler(string json, EventPatternOptions options)
    {
        _json = json;
        _options = options;
        _lexer = new PatternLexer(json, options.MaximumDepth);
    }

    /// <exception cref="PatternErrorException">The text is not a valid pattern or is over a limit.</exception>
    public static CompiledPattern Compile(string json, EventPatternOptions options)
    {
        if (json.Length > options.MaximumLength)
        {
            throw OverLimit($"The pattern has {json.Length} characters, more than the limit of {options.MaximumLength}");
        }

        return new PatternCompiler(json, options).Compile();
    }

    private CompiledPattern Compile()
    {
        if (_lexer.Next() != PatternToken.StartObject)
        {
            throw _lexer.Error(PatternMessages.NotAnObject);
        }

        List<RuleDraft> rules = [new RuleDraft()];
        ReadObject(rules, "", insideOr: false);
        foreach (RuleDraft rule in rules)
        {
            if (rule.FieldCount > _options.MaximumFields)
            {
                throw OverLimit($"The pattern tests {rule.FieldCount} fields at once, more than the limit of {_options.MaximumFields}");
            }
        }

        CompiledPattern compiled = new([.. rules.Select(rule => rule.Freeze())]);
        return compiled.Complexity > _options.MaximumComplexity ? throw PatternLexer.ErrorWithoutLocation(PatternMessages.TooComplex) : compiled;
    }

    /// <param name="rules">The sub-rules so far; each gets the fields of this object, and there are more of them after a <c>$or</c>.</param>
    /// <param name="prefix">The path of the object with a dot behind it, or nothing at the top.</param>
    /// <param name="insideOr">Whether the object is a branch of a <c>$or</c>, or lies in one.</param>
    private void ReadObject(List<RuleDraft> rules, string prefix, bool insideOr)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw _lexer.Error("Objects are nested deeper than this thread's stack allows");
        }

        bool empty = true;
        while (_lexer.Next() != PatternToken.EndObject)
        {
            empty = false;
            string name = _lexer.FieldName;
            if (name == Or)
            {
                ReadOr(rules, prefix);
                continue;
            }

            if (insideOr && ReservedInsideOr.Contains(name))
            {
                throw _lexer.Error(PatternMessages.Reserved(name));
            }

            switch (_lexer.Next())
            {
                case PatternToken.StartObject:
                    ReadObject(rules, $"{prefix}{name}.", insideOr);
                    break;
                case PatternToken.StartArray:
                    FieldCondition condition = ReadAlternatives(prefix + name);
                    rules.ForEach(rule => rule.Set(condition));
                    break;
                default:
                    throw _lexer.Error(PatternMessages.NeitherObjectNorArray(name));
            }
        }

        if (empty)
        {
            throw _lexer.Error(PatternMessages.EmptyObject);
        }
    }

    private void ReadOr(List<RuleDraft> rules, string prefix)
    {
        if (_lexer.Next() != PatternToken.StartArray)
        {
            throw _lexer.Error(PatternMessages.OrNotAnArray);
        }

        List<RuleDraft> multiplied = [];
        int branches = 0;
        for (PatternToken token = _lexer.Next(); token != PatternToken.EndArray; token = _lexer.Next())
        {
            if (token != PatternToken.StartObject)
            {
                throw _lexer.Error(PatternMessages.OrMemberNotAnObject);
            }

            ThrowIfTooMany(multiplied.Count + rules.Count);
            string branch = string.Create(CultureInfo.InvariantCulture, $"{prefix}$or[{branches}]");
            List<RuleDraft> forked = rules.ConvertAll(rule => rule.Fork(branch));
            ReadObject(forked, prefix, insideOr: true);
            multiplied.AddRange(forked);
            branches++;
        }

        if (branches < 2)
        {
            throw _lexer.Error(PatternMessages.OrTooShort);
        }

        ThrowIfTooMany(multiplied.Count);
        rules.Clear();
        rules.AddRange(multiplied);
    }

    private FieldCondition ReadAlternatives(string path)
    {
        ImmutableArray<ValueOperator>.Builder operators = ImmutableArray.CreateBuilder<ValueOperator>();
        ImmutableArray<string>.Builder alternatives = ImmutableArray.CreateBuilder<string>();
        bool acceptsAbsence = false;
        for (PatternToken token = _lexer.Next(); token != PatternToken.EndArray; token = _lexer.Next())
        {
            int start = _lexer.TokenStart;
            ValueOperator? value = AlternativeReader.Read(_lexer, token);
            acceptsAbsence |= value is null;
            if (value is not null)
            {
                operators.Add(value);
            }

            alternatives.Add(_json[start.._lexer.Position]);
        }

        return alternatives.Count == 0
            ? throw _lexer.Error(PatternMessages.EmptyArray)
            : new FieldCondition(path, operators.DrainToImmutable(), acceptsAbsence, alternatives.DrainToImmutable());
    }

    private void ThrowIfTooMany(int combinations)
    {
        if (combinations > _options.MaximumOrCombinations)
        {
            throw OverLimit($"The $or alternatives of the pattern multiply out to more than {_options.MaximumOrCombinations} combinations");
        }
    }

    private static PatternErrorException OverLimit(FormattableString reason) =>
        PatternLexer.ErrorWithoutLocation(reason.ToString(CultureInfo.InvariantCulture));
}
