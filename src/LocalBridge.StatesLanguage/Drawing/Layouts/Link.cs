using System.Collections.Immutable;

namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>A line from one box to another, perhaps with a label on it.</summary>
/// <param name="from">Where it begins.</param>
/// <param name="to">Where it ends; another box.</param>
/// <param name="bundle">Links of the same bundle that lead to the same box may run together; 0 is the main flow.</param>
/// <param name="labelWidth">The label's extent across the flow; 0 for none.</param>
/// <param name="labelLength">The label's extent along the flow.</param>
internal sealed class Link(Box from, Box to, int bundle, double labelWidth, double labelLength)
{
    internal Box From { get; } = from;

    internal Box To { get; } = to;

    internal int Bundle { get; } = bundle;

    internal double LabelWidth { get; } = labelWidth;

    internal double LabelLength { get; } = labelLength;

    internal bool HasLabel => LabelWidth > 0;

    /// <summary>Whether it leads back against the flow; set by <see cref="CycleRemoval"/>.</summary>
    internal bool IsReversed { get; set; }

    internal bool IsSideWay => IsReversed || Bundle != 0;

    /// <summary>The box it leaves in the direction of flow.</summary>
    internal Box Upper => IsReversed ? To : From;

    internal Box Lower => IsReversed ? From : To;

    /// <summary>Its way from begin to end; set by <see cref="LinkRouter"/>.</summary>
    internal ImmutableArray<RoutePoint> Route { get; set; } = [];

    /// <summary>The middle of its label; set by <see cref="LinkRouter"/>.</summary>
    internal double LabelCross { get; set; }

    internal double LabelMain { get; set; }
}
