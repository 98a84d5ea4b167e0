using System.Globalization;
using System.Text;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using static LocalBridge.StatesLanguage.Drawing.Svg.SvgText;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Writes the mark of a status: a sign of its own for each, because not everybody tells colours apart.</summary>
internal static class SvgBadge
{
    internal const double Radius = 8;

    internal static void Write(StringBuilder svg, StateStatus status, double x, double y)
    {
        string? sign = status switch
        {
            StateStatus.Succeeded => "M-3.5 .5L-1 3L3.5 -2.5",
            StateStatus.Failed => "M-3 -3L3 3M3 -3L-3 3",
            StateStatus.Caught => "M-3.5 1.5C-3.5 -3.5 3.5 -3.5 3.5 1.5M1.2 .2L3.5 2.2L5 -.6",
            StateStatus.Running => "M-2 -3.2L3.5 0L-2 3.2Z",
            StateStatus.Aborted => "M-3 0H3",
            _ => null,
        };
        if (sign is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Number(x)} {Number(y)})\"><circle class=\"badge\" r=\"{Number(Radius)}\"/><path class=\"sign\" d=\"{sign}\"/></g>");
        }
    }
}
