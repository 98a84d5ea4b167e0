using System.Text.RegularExpressions;
using LocalBridge.Json.Paths.Filters;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths.Reading;

/// <summary>Reads one condition of a filter.</summary>
internal static class CriterionReader
{
    // In this order the service looks for an operator anywhere in the condition, also in quotes: '@.a > 1 and @.b == 2' is split at '=='.
    private static readonly (string Text, ComparisonOperator? Operation)[] Operators =
    [
        ("==", ComparisonOperator.Equal),
        (">=", ComparisonOperator.GreaterOrEqual),
        ("<=", ComparisonOperator.LessOrEqual),
        ("!=", ComparisonOperator.NotEqual),
        ("<", ComparisonOperator.Less),
        (">", ComparisonOperator.Greater),
        ("=~", null),
    ];

    internal static Criterion? Read(PathText path, int start, int stop)
    {
        (start, stop) = DropParentheses(path.Text, start, stop);
        if (start == stop)
        {
            return path.Fail<Criterion>("A condition is missing; expected something like @.name == 'value'.", start);
        }

        foreach ((string text, ComparisonOperator? operation) in Operators)
        {
            int at = path.Text.IndexOf(text, start, stop - start, StringComparison.Ordinal);
            if (at >= 0)
            {
                return ReadComparison(path, (start, at), operation, (at + text.Length, stop), at);
            }
        }

        return ReadExistence(path, start, stop);
    }

    private static (int Start, int Stop) DropParentheses(string text, int start, int stop)
    {
        (start, stop) = FilterReader.Trim(text, start, stop);
        while (start < stop && text[start] == '(')
        {
            (start, stop) = FilterReader.Trim(text, start + 1, stop);
        }

        while (start < stop && text[stop - 1] == ')' && CountOpen(text, start, stop) < 0)
        {
            (start, stop) = FilterReader.Trim(text, start, stop - 1);
        }

        return (start, stop);
    }

    private static int CountOpen(string text, int start, int stop)
    {
        int open = 0;
        bool isInQuotes = false;
        for (int at = start; at < stop; at++)
        {
            isInQuotes ^= FilterReader.IsQuote(text, at, isInQuotes);
            open += isInQuotes ? 0 : text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        }

        return open;
    }

    private static ExistenceCriterion? ReadExistence(PathText path, int start, int stop)
    {
        bool isWanted = path.Text[start] != '!';
        int pathAt = isWanted ? start : start + 1;
        if (pathAt < stop && (path.Text[pathAt] == '@' || (isWanted && path.Text[pathAt] == '$')))
        {
            return ReadPath(path, pathAt, stop) is { } wanted ? new ExistenceCriterion(wanted, isWanted) : null;
        }

        return path.Fail<ExistenceCriterion>("Expected a condition: @.name, !@.name, or a comparison with ==, !=, <, <=, >, >= or =~.", start);
    }

    private static Criterion? ReadComparison(
        PathText path,
        (int Start, int Stop) left,
        ComparisonOperator? operation,
        (int Start, int Stop) right,
        int position)
    {
        left = FilterReader.Trim(path.Text, left.Start, left.Stop);
        right = FilterReader.Trim(path.Text, right.Start, right.Stop);
        if (left.Start < left.Stop && path.Text[left.Start] == '!' && (left.Stop - left.Start == 1 || path.Text[left.Start + 1] is '@' or '('))
        {
            return path.Fail<Criterion>("'!' negates only the existence of a path: !@.name.", left.Start);
        }

        if (right.Start < right.Stop - 1 && path.Text[right.Start] == '!' && path.Text[right.Start + 1] is '@' or '$')
        {
            return path.Fail<Criterion>("'!' negates only the existence of a path: !@.name.", right.Start);
        }

        if (operation is { } comparison)
        {
            return ReadOperand(path, left) is { } value && ReadOperand(path, right) is { } expected
                ? new ComparisonCriterion(value, comparison, expected, position)
                : null;
        }

        // The pattern may stand on either side.
        bool isOnTheLeft = PatternCompiler.IsPattern(path.Text[left.Start..left.Stop]);
        return ReadPattern(path, isOnTheLeft ? right : left, isOnTheLeft ? left : right, position);
    }

    private static PatternCriterion? ReadPattern(PathText path, (int Start, int Stop) side, (int Start, int Stop) pattern, int position)
    {
        string literal = path.Text[pattern.Start..pattern.Stop];
        if (!PatternCompiler.IsPattern(literal))
        {
            return path.Fail<PatternCriterion>("Expected a regular expression, /…/ or /…/i, beside '=~'.", pattern.Start);
        }

        if (!PatternCompiler.TryCompile(literal, out Regex? regex, out string? fault))
        {
            return path.Fail<PatternCriterion>(fault, pattern.Start);
        }

        return ReadOperand(path, side) is { } operand ? new PatternCriterion(operand, regex, position) : null;
    }

    private static Operand? ReadOperand(PathText path, (int Start, int Stop) side)
    {
        ReadOnlySpan<char> text = path.Text.AsSpan(side.Start, side.Stop - side.Start);
        if (text.Length > 0 && text[0] is '@' or '$')
        {
            return ReadPath(path, side.Start, side.Stop) is { } node ? new Operand(node) : null;
        }

        // Without quotes a literal is a text too: what it is compared with decides whether it is a number.
        bool isQuoted = text.Length >= 2 && text[0] == '\'' && text[^1] == '\'';
        return new Operand((isQuoted ? text[1..^1] : text).ToString());
    }

    private static FilterPath? ReadPath(PathText path, int start, int stop)
    {
        var inner = new PathText(path.Text, start + 1, stop);
        if (!inner.IsAtEnd && inner.Current is not ('.' or '['))
        {
            return path.Fail<FilterPath>($"Expected '.' or '[' after '{path.Text[start]}', but {inner.Found()}.", start + 1);
        }

        List<PathStep>? steps = PathReader.Read(inner, isInFilter: true);
        if (steps is null)
        {
            path.Fail(inner.Error!);
            return null;
        }

        if (steps.Count > 0 && !steps[0].IsDefiniteToTheEnd)
        {
            return path.Fail<FilterPath>($"The path '{path.Text[start..stop]}' in the filter may name more than one node.", start);
        }

        return new FilterPath(path.Text[start] == '$', steps.Count == 0 ? null : steps[0]);
    }
}
