using System.Text;

namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents one compiled step of a path and the steps after it.</summary>
internal abstract class PathStep(int position)
{
    /// <summary>Gets the character of the path's text where the step stands.</summary>
    internal int Position { get; } = position;

    /// <summary>Gets the step after this one; null in the last step.</summary>
    internal PathStep? Next { get; private set; }

    /// <summary>Gets a value indicating whether the step names one node at most.</summary>
    internal abstract bool IsDefinite { get; }

    /// <summary>Gets a value indicating whether this step and all after it name one node at most.</summary>
    internal bool IsDefiniteToTheEnd { get; private set; }

    /// <summary>Gets the step as the service's messages show it.</summary>
    internal abstract string Text { get; }

    internal bool IsLast => Next is null;

    /// <summary>Gets the step and all after it as the service's messages show them.</summary>
    internal string TextToTheEnd
    {
        get
        {
            var text = new StringBuilder();
            for (PathStep? step = this; step is not null; step = step.Next)
            {
                text.Append(step.Text);
            }

            return text.ToString();
        }
    }

    /// <summary>Ties the steps of a path together, from the last to the first.</summary>
    internal void Link(PathStep? next)
    {
        Next = next;
        IsDefiniteToTheEnd = IsDefinite && (next?.IsDefiniteToTheEnd ?? true);
    }

    /// <summary>Applies the step and those after it to a value.</summary>
    /// <returns><see langword="false"/> where that failed: the walk then knows why.</returns>
    internal abstract bool Evaluate(PathWalk walk, JsonValue value);

    /// <summary>Tells whether a deep scan applies the step to an array or object that it comes by.</summary>
    internal virtual bool IsFoundByScan(PathWalk walk, JsonValue container) => container.IsArray;

    /// <summary>Goes on with the next step, or takes the value as a result.</summary>
    internal bool Continue(PathWalk walk, JsonValue value) => Next is null ? walk.Add(value) : Next.Evaluate(walk, value);
}
