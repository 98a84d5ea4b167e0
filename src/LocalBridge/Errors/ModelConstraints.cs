using System.Globalization;

namespace LocalBridge.Errors;

/// <summary>Collects violations of the service model and reports them together, in the words and order of the service.</summary>
internal struct ModelConstraints
{
    private List<string>? _violations;

    internal void Pattern(string? value, string path, string pattern) =>
        Add(value, path, $"Member must satisfy regular expression pattern: {pattern}");

    internal void MaximumLength(string? value, string path, int maximum) =>
        Add(value, path, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {maximum}"));

    internal void MinimumLength(string? value, string path, int minimum) =>
        Add(value, path, string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {minimum}"));

    internal void MaximumValue(long value, string path, long maximum) =>
        Add(Text(value), path, string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {maximum}"));

    internal void MinimumValue(long value, string path, long minimum) =>
        Add(Text(value), path, string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {minimum}"));

    internal void Required(string path) => (_violations ??= []).Add($"Value null at '{path}' failed to satisfy constraint: Member must not be null");

    /// <summary>Checks a name: the pattern comes before the lengths, as the service reports them.</summary>
    internal void Name(string? value, string path, int maximum, string pattern, Func<char, bool> isAllowed)
    {
        if (value is null)
        {
            Required(path);
            return;
        }

        if (value.Length == 0 || !All(value, isAllowed))
            Pattern(value, path, pattern);
        if (value.Length > maximum)
            MaximumLength(value, path, maximum);
        if (value.Length == 0)
            MinimumLength(value, path, 1);
    }

    /// <summary>Checks the length of an optional text.</summary>
    internal void Length(string? value, string path, int minimum, int maximum)
    {
        if (value is null)
            return;
        if (value.Length > maximum)
            MaximumLength(value, path, maximum);
        if (value.Length < minimum)
            MinimumLength(value, path, minimum);
    }

    /// <summary>Checks the size of a list.</summary>
    internal void Count(int count, string path, int minimum, int maximum)
    {
        // The service prints the whole list as the value; its text is of no use to anybody, so only the count is told.
        if (count > maximum)
            MaximumLength(string.Create(CultureInfo.InvariantCulture, $"[{count} items]"), path, maximum);
        if (count < minimum)
            MinimumLength("[]", path, minimum);
    }

    /// <summary>Checks the bounds of an optional number.</summary>
    internal void Range(long? value, string path, long minimum, long maximum)
    {
        if (value > maximum)
            MaximumValue(value.Value, path, maximum);
        if (value < minimum)
            MinimumValue(value.Value, path, minimum);
    }

    /// <summary>Throws when anything was collected.</summary>
    internal readonly void ThrowIfAny()
    {
        if (_violations is null)
            return;
        string noun = _violations.Count == 1 ? "error" : "errors";
        throw new ValidationException(
            string.Create(CultureInfo.InvariantCulture, $"{_violations.Count} validation {noun} detected: {string.Join("; ", _violations)}"));
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool All(string value, Func<char, bool> isAllowed)
    {
        foreach (char character in value)
        {
            if (!isAllowed(character))
                return false;
        }

        return true;
    }

    private void Add(string? value, string path, string constraint) =>
        (_violations ??= []).Add($"Value '{value}' at '{path}' failed to satisfy constraint: {constraint}");
}
