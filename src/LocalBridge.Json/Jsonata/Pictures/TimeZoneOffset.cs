using LocalBridge.Json.Jsonata.Arithmetic;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Represents the time zone argument of $fromMillis, such as <c>+0530</c>.</summary>
/// <remarks>A negative zone with minutes is read as the reference reads it: -0530 is six hours and thirty minutes west.</remarks>
/// <param name="Hours">The hours; NaN where the text is no number.</param>
/// <param name="Minutes">The minutes, of the same sign.</param>
internal readonly record struct TimeZoneOffset(double Hours, double Minutes)
{
    internal double Milliseconds => ((60 * Hours) + Minutes) * 60_000;

    /// <summary>Gets hours and minutes as one decimal number.</summary>
    internal double Combined => (Hours * 100) + Minutes;

    internal static TimeZoneOffset Parse(string? text)
    {
        if (text is null)
        {
            return default;
        }

        double combined = EcmaNumber.ParseInteger(text);
        return new TimeZoneOffset(Math.Floor(combined / 100), combined % 100);
    }
}
