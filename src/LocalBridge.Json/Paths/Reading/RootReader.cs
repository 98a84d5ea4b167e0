using System.Globalization;

namespace LocalBridge.Json.Paths.Reading;

/// <summary>Reads the root of a path: <c>$</c>, <c>$$</c> or <c>$name</c>.</summary>
internal static class RootReader
{
    internal static bool TryRead(PathText path, out JsonPathRoot root, out string? variableName)
    {
        root = JsonPathRoot.Input;
        variableName = null;
        if (!path.TryTake('$'))
        {
            path.Fail<object>($"A path begins with '$', but {path.Found()}.");
            return false;
        }

        if (path.TryTake('$'))
        {
            root = JsonPathRoot.Context;
        }
        else if (!path.IsAtEnd && IsNameStart(path.Current))
        {
            int start = path.Position;
            while (!path.IsAtEnd && (IsNameStart(path.Current) || IsNamePart(path.Current)))
            {
                path.Position++;
            }

            root = JsonPathRoot.Variable;
            variableName = path.Text[start..path.Position];
        }

        if (path.IsAtEnd || path.Current is '.' or '[')
        {
            return true;
        }

        path.Fail<object>($"Expected '.' or '[' after the root of the path, but {path.Found()}.");
        return false;
    }

    // Names of variables follow Unicode's identifiers; surrogates are taken as parts so that letters beyond U+FFFF are allowed.
    private static bool IsNameStart(char character) => char.IsLetter(character) || character == '_' || char.IsSurrogate(character);

    private static bool IsNamePart(char character) => char.IsDigit(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.LetterNumber;
}
