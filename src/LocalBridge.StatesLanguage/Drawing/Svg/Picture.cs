namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>All that is drawn, in its place; what is around stands before what is inside.</summary>
internal sealed class Picture
{
    internal List<PictureState> States { get; } = [];

    internal List<PictureGroup> Groups { get; } = [];

    internal List<PictureLine> Lines { get; } = [];

    /// <summary>The mark where the machine starts.</summary>
    internal List<Area> Starts { get; } = [];

    /// <summary>The marks where the machine, a branch or an iteration ends.</summary>
    internal List<Area> Ends { get; } = [];

    internal double Width { get; set; }

    internal double Height { get; set; }
}
