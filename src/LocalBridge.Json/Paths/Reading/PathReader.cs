using LocalBridge.Json.Paths.Steps;
using LocalBridge.Json.Reading;

namespace LocalBridge.Json.Paths.Reading;

/// <summary>Reads the steps of a path, after its root.</summary>
internal static class PathReader
{
    // Evaluation calls itself once a step, so that the call stack bounds the number of steps.
    private const int MostSteps = 500;

    private const char Scan = '.';

    /// <summary>Reads all steps.</summary>
    /// <param name="path">The text, behind the root.</param>
    /// <param name="isInFilter">Whether the path stands in a filter, where filters are not allowed.</param>
    /// <returns>The steps in their order; null where the text is no path.</returns>
    internal static List<PathStep>? Read(PathText path, bool isInFilter)
    {
        var steps = new List<PathStep>();
        while (!path.IsAtEnd)
        {
            PathStep? step = ReadStep(path, steps.Count == 0 ? null : steps[^1], isInFilter);
            if (step is null)
            {
                return null;
            }

            steps.Add(step);
            if (steps.Count > MostSteps)
            {
                return path.Fail<List<PathStep>>($"The path has more than {MostSteps} steps.");
            }
        }

        if (steps.Count > 0 && steps[^1] is ScanStep)
        {
            return path.Fail<List<PathStep>>("A path cannot end with '..'; expected a name, '*' or '[' after it.");
        }

        for (int i = steps.Count - 1; i >= 0; i--)
        {
            steps[i].Link(i + 1 < steps.Count ? steps[i + 1] : null);
        }

        return steps;
    }

    private static PathStep? ReadStep(PathText path, PathStep? previous, bool isInFilter)
    {
        int position = path.Position;
        if (path.TryTake('.'))
        {
            if (path.TryTake(Scan))
            {
                return previous is ScanStep || path.Current == '.'
                    ? path.Fail<PathStep>("Expected a name, '*' or '[' after '..', but found '.'.", position)
                    : new ScanStep(position);
            }

            if (path.IsAtEnd)
            {
                return path.Fail<PathStep>("A path cannot end with '.'; expected a name, '*' or '['.");
            }
        }

        return path.Current == '[' ? BracketReader.Read(path, previous, isInFilter) : ReadName(path, previous);
    }

    private static PathStep? ReadName(PathText path, PathStep? previous)
    {
        int position = path.Position;
        var name = new System.Text.StringBuilder();
        while (!path.IsAtEnd && path.Current is not ('.' or '['))
        {
            char character = path.Current;
            if (character is ' ' or ']')
            {
                return path.Fail<PathStep>($"'{character}' is not allowed in a name; write the name in brackets and quotes: ['…'].");
            }

            path.Position++;

            // The States Language escapes a bracket in a name; any other backslash belongs to the name.
            if (character == '\\' && path.Current is '[' or ']')
            {
                character = path.Current;
                path.Position++;
            }

            name.Append(character);
        }

        if (name.Length == 0)
        {
            return path.Fail<PathStep>($"Expected a name, '*' or '[', but {path.Found()}.", position);
        }

        return name is ['*'] ? new WildcardStep(position) : new PropertyStep(position, PropertyNameCache.Shared.Intern(name.ToString()), previous);
    }
}
