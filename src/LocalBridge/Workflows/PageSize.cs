using System.Globalization;
using LocalBridge.Errors;

namespace LocalBridge.Workflows;

/// <summary>Holds the rule for the size of a page (<c>PageSize</c> of the AWS API).</summary>
internal static class PageSize
{
    private const int Default = 100;
    private const int Maximum = 1000;

    internal static int Check(int maxResults) => maxResults switch
    {
        0 => Default,
        < 0 => throw Violation(maxResults, "greater than or equal to 0"),
        > Maximum => throw Violation(maxResults, "less than or equal to 1000"),
        _ => maxResults,
    };

    private static ValidationException Violation(int value, string bound) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"1 validation error detected: Value '{value}' at 'maxResults' failed to satisfy constraint: Member must have value {bound}"));
}
