namespace LocalBridge.Functions;

/// <summary>The rules for function names, and reading a name out of a Lambda function ARN.</summary>
internal static class FunctionName
{
    internal const int MaximumLength = 140;

    internal static string Validate(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > MaximumLength || !IsValid(name))
        {
            throw new ArgumentException(
                $"The function name '{name}' is invalid: only letters, digits, '-' and '_' are allowed, 1 to {MaximumLength} of them.",
                nameof(name));
        }

        return name;
    }

    /// <summary>Reads the name out of <c>NAME</c>, <c>NAME:qualifier</c> or <c>arn:…:lambda:…:function:NAME[:qualifier]</c>.</summary>
    /// <returns>The name; <see langword="null"/> when the text is the ARN of something else.</returns>
    internal static string? FromNameOrArn(string nameOrArn)
    {
        if (!nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            int colon = nameOrArn.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? nameOrArn : nameOrArn[..colon];
        }

        return Arn.TryParse(nameOrArn, out Arn arn) && arn.Service == "lambda" && arn.Resource.StartsWith("function:", StringComparison.Ordinal)
            ? FromNameOrArn(arn.Resource["function:".Length..])
            : null;
    }

    private static bool IsValid(string name)
    {
        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
                return false;
        }

        return true;
    }
}
