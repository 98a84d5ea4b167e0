using LocalBridge.StatesLanguage.Drawing.Diagrams;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>A branch or a processor in its place, inside the box of its state.</summary>
/// <param name="Owner">The state it belongs to.</param>
/// <param name="Frame">Its frame.</param>
/// <param name="Label">What it is headed with.</param>
internal sealed record PictureGroup(DiagramNode Owner, Area Frame, TextBlock Label);
