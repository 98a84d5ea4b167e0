using System.Text.RegularExpressions;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths.Filters;

/// <summary>Represents <c>@.a =~ /pattern/i</c>: whether the pattern matches the whole text of the value.</summary>
internal sealed class PatternCriterion(Operand operand, Regex pattern, int position) : Criterion
{
    internal override bool IsMet(PathWalk walk, JsonValue item)
    {
        if (operand.Select(walk, item, out JsonValue value) != StepOutcome.Found || value.IsNull)
        {
            return false;
        }

        // Other kinds are matched by their text, as the service does; of arrays and objects that is the JSON text here.
        string text = value.TryGetString(out string? characters) ? characters : value.ToJson();
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return walk.Fail(
                JsonPathErrorKind.Invalid,
                $"The pattern {pattern} needs more than {PatternCompiler.LongestMatch.TotalMilliseconds} ms for one text. Simplify it.",
                position);
        }
    }
}
