namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>A rectangle of the picture, in pixels.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    internal double Right => X + Width;

    internal double Bottom => Y + Height;

    internal double CenterX => X + (Width / 2);

    internal double CenterY => Y + (Height / 2);

    internal Area Moved(double x, double y) => this with { X = X + x, Y = Y + y };
}
