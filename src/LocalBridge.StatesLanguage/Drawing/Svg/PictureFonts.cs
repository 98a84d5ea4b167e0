namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>The sizes of texts and how wide they may become, in pixels.</summary>
internal static class PictureFonts
{
    internal const double Name = 13;
    internal const double Caption = 10.5;
    internal const double Label = 11;
    internal const double Title = 16;

    internal const double NameWidth = 200;
    internal const double CaptionWidth = 200;
    internal const double LabelWidth = 160;

    internal const int LongestCaption = 64;
}
