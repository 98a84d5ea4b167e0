namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>Something with a size that is given a place. The main axis is the direction of flow, the cross axis stands across it.</summary>
/// <param name="before">The extent across the flow before the axis on which links arrive and leave.</param>
/// <param name="after">The extent across the flow behind that axis.</param>
/// <param name="length">The extent along the flow.</param>
internal sealed class Box(double before, double after, double length)
{
    internal double Before { get; } = before;

    internal double After { get; } = after;

    internal double Length { get; } = length;

    /// <summary>How much of <see cref="Length"/> belongs to what links leave from; the rest is decoration behind it.</summary>
    internal double LeaveAt { get; init; } = length;

    /// <summary>How wide the side is on which links may arrive and leave.</summary>
    internal double Side { get; init; } = before + after;

    /// <summary>Where its axis is; set by <see cref="LayeredLayout"/>.</summary>
    internal double Cross { get; set; }

    /// <summary>Where it begins along the flow; set by <see cref="LayeredLayout"/>.</summary>
    internal double Main { get; set; }
}
