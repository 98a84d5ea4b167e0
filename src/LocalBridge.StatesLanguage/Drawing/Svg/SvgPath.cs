using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static LocalBridge.StatesLanguage.Drawing.Svg.SvgText;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Writes the ways of lines.</summary>
internal static class SvgPath
{
    private const double HeadLength = 8;
    private const double HeadWidth = 7;

    /// <param name="points">The way.</param>
    /// <param name="direction">The direction of flow.</param>
    /// <param name="drawn">The pieces that are drawn already. Where lines run together only one of them is drawn: two dashed lines upon each
    /// other would be a solid one.</param>
    internal static string Write(ImmutableArray<PicturePoint> points, DrawingDirection direction, HashSet<(PicturePoint From, PicturePoint To)> drawn)
    {
        var path = new StringBuilder();
        bool isPenDown = false;
        for (int i = 1; i < points.Length; i++)
        {
            PicturePoint begin = points[i - 1];
            PicturePoint end = points[i];
            bool isNew = drawn.Add((begin with { IsCurve = false }, end));
            if (!isNew)
            {
                isPenDown = false;
                continue;
            }

            if (!isPenDown)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{Number(begin.X)} {Number(begin.Y)}");
                isPenDown = true;
            }

            if (i == points.Length - 1)
            {
                // The line ends inside its arrow, not at the tip, where its width would show.
                (double x, double y) = ArrivalOf(points, direction);
                end = end with { X = end.X - (x * (HeadLength - 2)), Y = end.Y - (y * (HeadLength - 2)) };
            }

            if (Math.Abs(begin.X - end.X) < 0.05 && Math.Abs(begin.Y - end.Y) < 0.05)
            {
                continue;
            }

            bool isStraight = !end.IsCurve || Math.Abs(begin.X - end.X) < 0.05 || Math.Abs(begin.Y - end.Y) < 0.05;
            path.Append(isStraight ? $"L{Number(end.X)} {Number(end.Y)}" : Curve(begin, end, direction));
        }

        return path.ToString();
    }

    /// <summary>An arrow's head with its tip at the end of a line.</summary>
    internal static string Head(ImmutableArray<PicturePoint> points, DrawingDirection direction)
    {
        PicturePoint tip = points[^1];
        (double x, double y) = ArrivalOf(points, direction);
        return Triangle(tip.X, tip.Y, x, y);
    }

    internal static string Triangle(double tipX, double tipY, double x, double y)
    {
        (double baseX, double baseY) = (tipX - (x * HeadLength), tipY - (y * HeadLength));
        (double sideX, double sideY) = (y * HeadWidth / 2, x * HeadWidth / 2);
        return $"<polygon class=\"head\" points=\"{Number(tipX)},{Number(tipY)} {Number(baseX + sideX)},{Number(baseY + sideY)} {Number(baseX - sideX)},{Number(baseY - sideY)}\"/>";
    }

    private static string Curve(PicturePoint from, PicturePoint to, DrawingDirection direction)
    {
        string middle = direction == DrawingDirection.LeftToRight
            ? $"{Number((from.X + to.X) / 2)} {Number(from.Y)} {Number((from.X + to.X) / 2)} {Number(to.Y)}"
            : $"{Number(from.X)} {Number((from.Y + to.Y) / 2)} {Number(to.X)} {Number((from.Y + to.Y) / 2)}";
        return $"C{middle} {Number(to.X)} {Number(to.Y)}";
    }

    /// <summary>Lines arrive along the flow, or against it.</summary>
    private static (double X, double Y) ArrivalOf(ImmutableArray<PicturePoint> points, DrawingDirection direction)
    {
        (PicturePoint first, PicturePoint last) = (points[0], points[^1]);
        return direction == DrawingDirection.LeftToRight ? (Math.Sign(last.X - first.X), 0) : (0, Math.Sign(last.Y - first.Y));
    }
}
