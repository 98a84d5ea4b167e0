namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>A point on a line of the picture.</summary>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="IsCurve">Whether the line bends on its way to it, leaving and arriving in the direction of flow.</param>
internal readonly record struct PicturePoint(double X, double Y, bool IsCurve);
