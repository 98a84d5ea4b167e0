using System.Collections.Immutable;
using LocalBridge.StatesLanguage.History;

namespace LocalBridge.StatesLanguage.Drawing;

/// <summary>Represents how a state machine is drawn.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record DrawingOptions
{
    /// <summary>Gets the options that are used when none are given.</summary>
    public static DrawingOptions Default { get; } = new();

    /// <summary>Gets the direction of flow.</summary>
    /// <value>The default is <see cref="DrawingDirection.TopToBottom"/>.</value>
    public DrawingDirection Direction { get; init; }

    /// <summary>Gets the title, for example the state machine's name.</summary>
    /// <value>The default is <see langword="null"/>: the first line of the definition's comment is the title, or else <c>State machine</c>.</value>
    public string? Title { get; init; }

    /// <summary>Gets the fonts, as CSS writes a <c>font-family</c>. Sizes are reckoned for Helvetica and fonts of the same widths (Arial,
    /// Liberation Sans); a much wider font can run out of its box.</summary>
    /// <value>The default is <c>Helvetica, Arial, 'Liberation Sans', sans-serif</c>.</value>
    public string FontFamily { get; init; } = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    /// <summary>Gets whether retriers are drawn.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ShowRetries { get; init; } = true;

    /// <summary>Gets whether an SVG ends with a legend that explains its marks and colours.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ShowLegend { get; init; } = true;

    /// <summary>Gets the most characters a label of an edge shows; longer ones are cut. An SVG shows the whole text when the pointer rests on it.</summary>
    /// <value>The default is 80.</value>
    public int MaximumLabelLength { get; init; } = 80;

    /// <summary>Gets the history of an execution, or the beginning of one, whose path is shown.</summary>
    /// <value>The default is empty: the definition alone is drawn.</value>
    public ImmutableArray<HistoryEvent> History { get; init; } = [];
}
