using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Drawing.Diagrams;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>A transition in its place.</summary>
/// <param name="Edge">The transition.</param>
/// <param name="Points">Its way, from begin to end.</param>
/// <param name="LabelArea">Where its label stands; null without one.</param>
/// <param name="Label">Its label.</param>
internal sealed record PictureLine(DiagramEdge Edge, ImmutableArray<PicturePoint> Points, Area? LabelArea, TextBlock? Label);
