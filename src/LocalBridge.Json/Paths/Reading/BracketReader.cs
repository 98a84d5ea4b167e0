using LocalBridge.Json.Paths.Steps;
using LocalBridge.Json.Reading;

namespace LocalBridge.Json.Paths.Reading;

/// <summary>Reads one step in brackets.</summary>
internal static class BracketReader
{
    internal static PathStep? Read(PathText path, PathStep? previous, bool isInFilter)
    {
        int position = path.Position++;
        if (path.StartsWith("*]"))
        {
            path.Position += 2;
            return new WildcardStep(position);
        }

        path.SkipBlanks();
        switch (path.Current)
        {
            case '\'':
                return ReadNames(path, position, previous);
            case '?' when isInFilter:
                return path.Fail<PathStep>("A filter cannot stand in a path of a filter: such a path names one node only.", position);
            case '?':
                return FilterReader.Read(path, position);
            case '(':
                return ReadLength(path, position);
            case '"':
                return path.Fail<PathStep>("Names in brackets stand in single quotes: ['name'].");
            default:
                return IndexReader.Read(path, position);
        }
    }

    /// <summary>Finds the bracket that closes the one at the position; brackets in quotes count too, as they do in the service.</summary>
    internal static int FindEnd(PathText path, int position)
    {
        int open = 0;
        for (int at = position; at < path.End; at++)
        {
            open += path.Text[at] switch
            {
                '[' => 1,
                ']' => -1,
                _ => 0,
            };
            if (open == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static PathStep? ReadNames(PathText path, int position, PathStep? previous)
    {
        var names = new List<string>();
        while (true)
        {
            path.SkipBlanks();
            int open = path.Position;
            if (!path.TryTake('\''))
            {
                return path.Fail<PathStep>($"Expected a name in single quotes, but {path.Found()}.");
            }

            int close = path.Text.IndexOf('\'', path.Position, path.End - path.Position);
            if (close < 0)
            {
                return path.Fail<PathStep>("The quote is not closed; expected ' at the end of the name.", open);
            }

            names.Add(PropertyNameCache.Shared.Intern(path.Text[path.Position..close]));
            path.Position = close + 1;

            // A backslash does not escape a quote: as in the service the name ends there, and the rest of it is passed over.
            if (names[^1].EndsWith('\\') && path.Text.IndexOf('\'', path.Position, path.End - path.Position) is >= 0 and var rest)
            {
                path.Position = rest + 1;
            }

            path.SkipBlanks();
            if (path.TryTake(']'))
            {
                break;
            }

            if (!path.TryTake(','))
            {
                return path.Fail<PathStep>($"Expected ',' or ']' after the name, but {path.Found()}.");
            }
        }

        return names.Count == 1
            ? new PropertyStep(position, names[0], previous)
            : new PropertyListStep(position, [.. names]);
    }

    private static PathStep? ReadLength(PathText path, int position)
    {
        path.Position++;
        path.SkipBlanks();
        if (path.StartsWith("@.length"))
        {
            path.Position += "@.length".Length;
            path.SkipBlanks();
            if (path.TryTake('-'))
            {
                path.SkipBlanks();
                int digits = path.Position;
                while (char.IsAsciiDigit(path.Current))
                {
                    path.Position++;
                }

                bool isNumber = int.TryParse(path.Text.AsSpan(digits, path.Position - digits), out int distance);
                path.SkipBlanks();
                bool isClosed = isNumber && path.TryTake(')');
                path.SkipBlanks();
                if (isClosed && path.TryTake(']'))
                {
                    return new LengthStep(position, distance);
                }
            }
        }

        return path.Fail<PathStep>("The only expression allowed in an index is (@.length-1), with any number.", position);
    }
}
