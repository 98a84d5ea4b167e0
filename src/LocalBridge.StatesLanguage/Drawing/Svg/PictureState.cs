using LocalBridge.StatesLanguage.Drawing.Diagrams;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>A state in its place.</summary>
/// <param name="Node">The state.</param>
/// <param name="Box">Its box.</param>
/// <param name="Name">Its name.</param>
/// <param name="Caption">Its caption, above the name.</param>
/// <param name="RetryArea">Where the text on its retriers stands; null when there are none.</param>
/// <param name="Retries">The text on its retriers.</param>
internal sealed record PictureState(DiagramNode Node, Area Box, TextBlock Name, TextBlock Caption, Area? RetryArea, TextBlock? Retries);
